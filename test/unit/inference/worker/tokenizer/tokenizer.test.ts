import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTokenizer } from '../../../../../src/inference/worker/tokenizer/tokenizer';
import type { ModelFolder } from '../../../../../src/model/files/modelFolder';
import { spoken } from '../../../../../src/prompts/speakers';
import { verbatim } from '../../../../../src/prompts/writtenText';

let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'attnscope-'))));
afterAll(() => rmSync(folder, { recursive: true }));

/** A vocabulary of three words. */
const words = JSON.stringify({
  pre_tokenizer: { type: 'Whitespace' },
  model: { type: 'WordLevel', vocab: { yes: 0, no: 1, '?': 2 }, unk_token: '?' },
});

function open(tokenizer: string, chat?: ModelFolder['chat']) {
  const file = path.join(folder, 'tokenizer.json');
  writeFileSync(file, tokenizer);
  const facts = { contextLength: null, endIds: [], labels: undefined };
  return openTokenizer({ graph: '', name: 'm', tokenizer: file, chat, ...facts });
}

const segments = [spoken('user', verbatim('yes no', 0, 6))];

describe('the tokenizer of a model', () => {
  it('is read with a byte order mark before it', async () => {
    const { tokens } = await (await open(`\ufeff${words}`)).encode({ rendering: 'raw', segments });
    expect(tokens.map(({ id }) => id)).toEqual([0, 1]);
  });

  it('that is missing is told, with what makes it of an older form', async () => {
    const bare = path.join(folder, 'bare', 'onnx');
    mkdirSync(bare, { recursive: true });
    const facts = { contextLength: null, endIds: [], labels: undefined, chat: undefined };
    const opened = () =>
      openTokenizer({ graph: path.join(bare, 'model.onnx'), name: 'm', tokenizer: undefined, ...facts });
    await expect(opened()).rejects.toThrow(/no tokenizer\.json.*Put the tokenizer\.json/);
    writeFileSync(path.join(folder, 'bare', 'vocab.txt'), '[PAD]\n');
    await expect(opened()).rejects.toThrow(
      /its vocabulary is in "vocab\.txt" alone.*AutoTokenizer\.from_pretrained\('\S+bare'\)\.save_pretrained/,
    );
  });

  it('is named where it only points to the file', async () => {
    await expect(open('version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n')).rejects.toThrow(
      /"tokenizer\.json" of the model cannot be read: it is a Git LFS pointer/,
    );
  });

  it('reads plain text where the chat template is not known, and says so for messages', async () => {
    const tokenizer = await open(words, { problem: 'Two templates.' });
    const { tokens, rendering, template } = await tokenizer.encode({ rendering: 'user', segments });
    expect([tokens.length, rendering, template]).toEqual([2, 'raw', null]);
    await expect(tokenizer.encode({ rendering: 'messages', segments })).rejects.toMatchObject({
      ...{ code: 'bad-model', message: 'Two templates.' },
    });
  });
});
