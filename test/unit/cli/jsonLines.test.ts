import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerJsonLines } from '../../../src/cli/jsonLines';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'attnscope-lines-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** What comes out where the answer to a line is its text. */
async function answers(content: string | Buffer): Promise<Record<string, unknown>[]> {
  const [file, out] = [path.join(folder, 'in.jsonl'), path.join(folder, 'out.jsonl')];
  writeFileSync(file, content);
  await answerJsonLines(file, out, ({ text }) => ({ text }));
  const lines = readFileSync(out, 'utf8').split('\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('JSON Lines', () => {
  it('a byte order mark belongs neither to the file nor to a text', async () => {
    const out = await answers(
      '\ufeff{"id": 1, "text": "\\ufeffone"}\n{"id": 2, "text": "\ufefftwo\ufeff"}\n',
    );
    expect(out).toEqual([
      { id: 1, text: 'one' },
      { id: 2, text: 'two\ufeff' },
    ]);
  });

  it('answers each line with one, blank ones too', async () => {
    const out = await answers('{"id": 1, "text": "a"}\r\n\n  \n{"id": 2, "text": "b"}');
    expect(out.map(({ id }) => id)).toEqual([1, undefined, undefined, 2]);
    expect(out.map(({ line }) => line)).toEqual([undefined, 2, 3, undefined]);
    expect(out[1]?.error).toMatch(/empty/);
  });

  it('only line feeds end a line: others may stand in a string', async () => {
    const text = 'a\u2028b\u2029c\u0085d';
    expect(await answers(`{"id": 1, "text": "${text}"}\n{"id": 2, "text": "e"}\n`)).toEqual([
      { id: 1, text },
      { id: 2, text: 'e' },
    ]);
  });

  it('reads lines longer than one read, and never cuts a character', async () => {
    const text = '😀é'.repeat(100_000);
    expect(await answers(`{"id": 1, "text": "x${text}"}\n{"id": 2, "text": "b"}\n`)).toEqual([
      { id: 1, text: `x${text}` },
      { id: 2, text: 'b' },
    ]);
  });

  it('says which field of a line is wrong, the first of them', async () => {
    const out = await answers('{"id": 1, "text": 7, "trust": "king"}\n{"text": "a"}\n[]\n');
    expect(out.map(({ line, id }) => [line, id])).toEqual([
      [1, 1],
      [2, undefined],
      [3, undefined],
    ]);
    expect(out.map(({ error }) => /wrong type: (.*?)\. /.exec(error as string)?.[1])).toEqual([
      'text',
      'id',
      'the line',
    ]);
  });

  it('says what is wrong with a file that cannot be read', async () => {
    const gone = path.join(folder, 'gone.jsonl');
    await expect(answerJsonLines(gone, undefined, () => ({}))).rejects.toThrow(/gone\.jsonl.*no such file/);
  });
});
