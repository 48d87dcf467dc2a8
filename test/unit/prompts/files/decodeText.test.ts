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
    ['zero bytes', Buffer.from('PK\u0003\u0004 some words and then a zero \u0000 byte')],
    ['noise', Buffer.from(Array.from({ length: 500 }, (_, i) => 1 + ((i * 73) % 255)))],
    ['another encoding', Buffer.from([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x20, 0xec, 0xe8, 0xf0])],
  ])('refuses %s with one plain paragraph', (_, bytes) => {
    expect(() => decodeText(bytes)).toThrow(/^The file is not text: [^\n]+$/);
  });

  it('takes an empty file', () => {
    expect(decodeText(new Uint8Array())).toBe('');
  });
});
