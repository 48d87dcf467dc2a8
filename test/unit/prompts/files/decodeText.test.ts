import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../src/prompts/files/decodeText';

describe('decodeText', () => {
  it('drops a byte order mark and keeps line ends', () => {
    expect(decodeText(Buffer.from('\ufeffa\r\nb\n', 'utf8'))).toBe('a\r\nb\n');
    expect(decodeText(Buffer.from('\ufeffé\r\n', 'utf16le'))).toBe('é\r\n');
    expect(decodeText(Buffer.from('\ufeffé\r\n', 'utf16le').swap16())).toBe('é\r\n');
  });

  it('reads a malformed sequence as the replacement character', () => {
    expect(decodeText(Buffer.concat([Buffer.from('a long enough line '), Buffer.from([0xe9])]))).toBe(
      'a long enough line \ufffd',
    );
  });

  it.each([
    ['zero bytes', Buffer.from('some words and then a zero \u0000 byte')],
    ['noise', Buffer.from(Array.from({ length: 500 }, (_, i) => 1 + ((i * 73) % 255)))],
    ['another encoding', Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x20, 0xec, 0xe8, 0xf0])],
  ])('refuses %s with one plain paragraph', (_, bytes) => {
    expect(() => decodeText(bytes)).toThrow(/^The file is not text: [^\n]+$/);
  });

  const zip = (name: string, text = '') => {
    const header = Buffer.alloc(30);
    header.write('PK\x03\x04\x14', 'latin1');
    header.writeUInt16LE(name.length, 26);
    return Buffer.concat([header, Buffer.from(name + text)]);
  };
  it.each([
    [
      'a PDF',
      Buffer.from(
        '%PDF-1.4\n1 0 obj\n<< /Filter /ASCII85Decode >>\nstream\n87cURD]i,"Ebo80~>\nendstream\n%%EOF\n',
      ),
    ],
    ['a PDF', Buffer.from('\ufeff\n%PDF-1.7\n%%EOF')],
    ['a PostScript file', Buffer.from('%!PS-Adobe-3.0\n(Hello) show\n')],
    ['an RTF document', Buffer.from('{\\rtf1\\ansi Be kind.}')],
    ['a Word document', Buffer.concat([zip('[Content_Types].xml', '<Types/>'), zip('word/document.xml')])],
    ['an Excel workbook', Buffer.concat([zip('[Content_Types].xml', '<Types/>'), zip('xl/workbook.xml')])],
    ['a PowerPoint presentation', zip('ppt/presentation.xml')],
    ['an OpenDocument file', zip('mimetype', 'application/vnd.oasis.opendocument.text')],
    ['an EPUB book', zip('mimetype', 'application/epub+zip')],
    ['a ZIP archive', zip('prompts/mail.txt', 'Be kind.')],
    ['an Office document of an older kind', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['a gzip archive', gzipSync('Be kind.')],
    ['a tar archive', Buffer.concat([Buffer.from('mail.txt'.padEnd(257, ' ')), Buffer.from('ustar\0')])],
    ['a PNG picture', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['a JPEG picture', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['a GIF picture', Buffer.from('GIF89a\x01\0\x01\0\x80\0\0,', 'latin1')],
    ['an SQLite database', Buffer.from('SQLite format 3\0')],
  ])('tells %s by its kind, even where it is all ASCII', (kind, bytes) => {
    expect(() => decodeText(bytes)).toThrow(`The file is ${kind}, whose text is not read.`);
  });

  it.each([
    'A PDF begins with %PDF-1.7.',
    'PK is short for Phil Katz.',
    'GIF89a is a version of the format.',
    'BZh9 means the largest block.',
    '# RTF\n\n    {\\rtf1 text}',
    '<svg xmlns="http://www.w3.org/2000/svg"><text>Be kind.</text></svg>',
    'Rar! and 7z are archives.',
  ])('reads a text about such files: %s', (text) => expect(decodeText(Buffer.from(text))).toBe(text));

  it('takes an empty file', () => {
    expect(decodeText(new Uint8Array())).toBe('');
  });
});
