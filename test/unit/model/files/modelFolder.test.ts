import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findModel } from '../../../../src/model/files/modelFolder';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'attnscope-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Record<string, string>): void {
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

describe('what a model path means', () => {
  it('is a folder with its graph, tokenizer, template and context length', async () => {
    write({
      'my-model/model.onnx': '',
      'my-model/tokenizer.json': '{}',
      'my-model/chat_template.jinja': 'TEMPLATE',
      'my-model/tokenizer_config.json':
        '{"bos_token": {"content": "<s>"}, "eos_token": "</s>", "model_max_length": 1e30}',
      'my-model/config.json': '{"max_position_embeddings": 2048}',
    });
    const model = await findModel(path.join(folder, 'my-model'));
    expect(model).toEqual({
      graph: path.join(folder, 'my-model', 'model.onnx'),
      name: 'my-model',
      tokenizer: path.join(folder, 'my-model', 'tokenizer.json'),
      chat: { template: 'TEMPLATE', bosToken: '<s>', eosToken: '</s>' },
      contextLength: 2048,
      endIds: [],
    });
    expect(await findModel(path.join(folder, 'my-model', 'model.onnx'))).toEqual(model);
  });

  it('is a folder as the Hugging Face hub has it, with graphs in a folder of their own', async () => {
    write({
      'hub/onnx/model.onnx': '',
      'hub/onnx/model_q4.onnx': '',
      'hub/tokenizer.json': '{}',
      'hub/tokenizer_config.json': '{"model_max_length": 512, "chat_template": "INLINE"}',
    });
    const model = await findModel(path.join(folder, 'hub'));
    expect(model.graph).toBe(path.join(folder, 'hub', 'onnx', 'model.onnx'));
    expect(model.tokenizer).toBe(path.join(folder, 'hub', 'tokenizer.json'));
    expect(model).toMatchObject({ name: 'hub', chat: { template: 'INLINE' }, contextLength: 512 });
    const other = await findModel(path.join(folder, 'hub', 'onnx', 'model_q4.onnx'));
    expect([other.name, other.tokenizer]).toEqual(['model_q4', model.tokenizer]);
  });

  it('takes the name that a manifest gives, and the default of several templates', async () => {
    write({
      'a/graph.onnx': '',
      'a/manifest.json': '{"name": "A Fine Model"}',
      'a/tokenizer_config.json':
        '{"model_max_length": 1e30, "chat_template": [{"name": "tool_use", "template": "T"}, {"name": "default", "template": "D"}]}',
    });
    const model = await findModel(path.join(folder, 'a'));
    expect(model).toMatchObject({ name: 'A Fine Model', chat: { template: 'D' }, contextLength: null });
  });

  it('is refused where there is no model, or more than one', async () => {
    write({ 'two/one.onnx': '', 'two/two.onnx': '', 'none/readme.md': '' });
    await expect(findModel(path.join(folder, 'two'))).rejects.toThrow(
      /2 graphs \("one\.onnx", "two\.onnx"\)/,
    );
    await expect(findModel(path.join(folder, 'none'))).rejects.toThrow(/holds no \.onnx or \.gguf/);
    await expect(findModel(path.join(folder, 'gone'))).rejects.toMatchObject({ code: 'bad-model' });
  });

  it('is read as leniently as Python reads it: what is not needed never refuses', async () => {
    write({
      'm/model.onnx': '',
      'm/config.json':
        '\ufeff{"initializer_range": NaN, "rope_scaling": {"factor": -Infinity}, "n_positions": null, "max_position_embeddings": 64}',
      'm/tokenizer_config.json':
        '\ufeff{"model_max_length": Infinity, "bos_token": 5, "eos_token": {"content": "</s>"}, "chat_template": "T"}',
      'm/manifest.json': '{"name": 7, "short_name": "a web page\'s"}',
    });
    expect(await findModel(path.join(folder, 'm'))).toMatchObject({
      ...{ name: 'm', contextLength: 64, chat: { template: 'T', bosToken: '', eosToken: '</s>' } },
    });
    write({ 'm/config.json': '[]', 'm/tokenizer_config.json': 'null' });
    expect(await findModel(path.join(folder, 'm'))).toMatchObject({ contextLength: null, chat: undefined });
  });

  it.each(['config.json', 'tokenizer_config.json', 'chat_template.jinja', 'chat_template.json'])(
    'is refused where its %s is damaged or only points to the file, and says so',
    async (name) => {
      const refusal = () => findModel(path.join(folder, 'bad'));
      write({ 'bad/model.onnx': '', [`bad/${name}`]: 'version https://git-lfs.github.com/spec/v1\noid' });
      await expect(refusal()).rejects.toThrow(
        `"${name}" of the model cannot be read: it is a Git LFS pointer`,
      );
      write({ [`bad/${name}`]: '<!DOCTYPE html><p>Sign in' });
      await expect(refusal()).rejects.toThrow(`"${name}" of the model cannot be read: it is a web page`);
      write({ [`bad/${name}`]: '{"max_position' });
      if (name.endsWith('.json'))
        await expect(refusal()).rejects.toThrow(`"${name}" of the model cannot be read`);
    },
  );

  it('never repeats a path as it stands', async () => {
    const error = await findModel(path.join(folder, 'x\n<b>"\u202e')).catch((e: Error) => e);
    expect((error as Error).message).not.toMatch(/[\n<>\u202e]/);
  });
});
