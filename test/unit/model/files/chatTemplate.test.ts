import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChatTemplate } from '../../../../src/model/files/chatTemplate';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'attnscope-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
const find = (chat_template?: unknown) => findChatTemplate([folder], { chat_template });
const several = [
  { name: 'tool_use', template: 'T' },
  { name: 'rag', template: 'R' },
];

describe('the chat template', () => {
  it('is that of chat_template.jinja, then of chat_template.json, then of the tokenizer', async () => {
    expect(await find('INLINE')).toMatchObject({ template: 'INLINE' });
    write('chat_template.json', '{"chat_template": "FROM JSON"}');
    expect(await find('INLINE')).toMatchObject({ template: 'FROM JSON' });
    write('chat_template.jinja', '\ufeffFROM JINJA');
    expect(await find('INLINE')).toMatchObject({ template: 'FROM JINJA' });
  });

  it('is the default of several, or the only one', async () => {
    const withDefault = [...several, { name: 'default', template: 'D' }];
    expect(await find(withDefault)).toMatchObject({ template: 'D' });
    expect(await find({ tool_use: 'T', default: 'D' })).toMatchObject({ template: 'D' });
    expect(await find([several[1]])).toMatchObject({ template: 'R' });
  });

  it('is not guessed where none of several is the default', async () => {
    expect(await find(several)).toEqual({
      problem: expect.stringMatching(
        /2 chat templates \("tool_use", "rag"\) and none is named "default".*\.jinja/,
      ),
    });
    write('chat_template.jinja', 'CHOSEN');
    expect(await find(several)).toMatchObject({ template: 'CHOSEN' });
  });

  it('is absent where nothing usable is said', async () => {
    for (const said of [undefined, null, '', [], {}, 5, [5, { name: 'x' }]])
      expect(await find(said)).toBeUndefined();
  });
});
