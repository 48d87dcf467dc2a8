/**
 * Kinds of files that are no text, or none that anybody reads as it stands, each with how such a file begins (Latin-1)
 * and where that is defined. An ASCII85 PDF, PostScript and RTF hold nothing but ASCII.
 */
const kinds: readonly (readonly [kind: string, start: RegExp])[] = [
  // ISO 32000-1, 7.5.2; readers take a header within the first 1,024 bytes (Annex H, 3.4.1).
  ['a PDF', /^(?:\xef\xbb\xbf)?\s{0,64}%PDF-\d/],
  // Adobe 5001, Document Structuring Conventions.
  ['a PostScript file', /^(?:\xc5\xd0\xd3\xc6|%!PS)/],
  // Rich Text Format Specification 1.9.1.
  ['an RTF document', /^\{\\rtf\d/],
  // ECMA-376-2: the parts of a package; ODF 1.2 part 3, 3.3: its first file.
  ['a Word document', /^PK\x03\x04[^]*?word\//],
  ['an Excel workbook', /^PK\x03\x04[^]*?xl\//],
  ['a PowerPoint presentation', /^PK\x03\x04[^]*?ppt\//],
  ['an OpenDocument file', /^PK\x03\x04[^]{26}mimetypeapplication\/vnd\.oasis/],
  ['an EPUB book', /^PK\x03\x04[^]{26}mimetypeapplication\/epub/],
  // APPNOTE 4.3.7, 4.3.16.
  ['a ZIP archive', /^PK(?:\x03\x04|\x05\x06)/],
  // [MS-CFB] 2.2.
  ['an Office document of an older kind', /^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/],
  // RFC 1952, 2.3.1; bzip2 and xz file formats; RFC 8878, 3.1.1; 7zFormat.txt; RAR 5 technical note.
  ['a gzip archive', /^\x1f\x8b\x08/],
  ['a bzip2 archive', /^BZh[1-9](?:1AY&SY|\x17rE8P\x90)/],
  ['an xz archive', /^\xfd7zXZ\0/],
  ['a Zstandard archive', /^\x28\xb5\x2f\xfd/],
  ['a 7z archive', /^7z\xbc\xaf\x27\x1c/],
  ['a RAR archive', /^Rar!\x1a\x07/],
  // POSIX.1-2001, pax, "ustar Interchange Format".
  ['a tar archive', /^[^]{257}ustar[\0 ]/],
  // PNG 5.2; ISO 10918-1, B.1; GIF89a, 17; RFC 9649, 2.4; TIFF 6.0, section 2; ISO 14496-12, 4.3.
  ['a PNG picture', /^\x89PNG\r\n\x1a\n/],
  ['a JPEG picture', /^\xff\xd8\xff/],
  ['a GIF picture', /^GIF8[79]a[^]{6}[\0-\x08,!]/],
  ['a WebP picture', /^RIFF[^]{4}WEBPVP8[ LX]/],
  ['a TIFF picture', /^(?:II\*\0|MM\0\*)/],
  ['a HEIF or AVIF picture', /^\0\0\0[^]ftyp(?:heic|heix|mif1|msf1|avif)/],
  ['a video', /^\0\0\0[^]ftyp/],
  // ELF-64, "ELF Identification"; SQLite file format, 1.3.1; GGUF, "File structure".
  ['a program', /^\x7fELF/],
  ['an SQLite database', /^SQLite format 3\0/],
  ['a model in GGUF', /^GGUF[\x01-\x09]\0\0\0/],
];

/** What the kinds of packages are told by stands within so many bytes. */
const LOOKED_AT = 4096;

/** The kind of a file that is no text, with its article, by how its bytes begin. */
export function fileKind(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, LOOKED_AT)).toString(
    'latin1',
  );
  const [kind] = kinds.find(([, pattern]) => pattern.test(start)) ?? [];
  return kind;
}
