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
    expect([model.name, model.chat?.template, model.contextLength]).toEqual(['hub', 'INLINE', 512]);
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
    expect([model.name, model.chat?.template, model.contextLength]).toEqual(['A Fine Model', 'D', null]);
  });

  it('has no more tokens than its tokenizer gives, though the model counts more positions', async () => {
    write({
      'r/model.onnx': '',
      'r/config.json': '{"max_position_embeddings": 514}',
      'r/tokenizer_config.json': '{"model_max_length": 512}',
    });
    expect((await findModel(path.join(folder, 'r'))).contextLength).toBe(512);
  });

  it('is refused where there is no model, or more than one', async () => {
    write({ 'two/one.onnx': '', 'two/two.onnx': '', 'none/readme.md': '' });
    await expect(findModel(path.join(folder, 'two'))).rejects.toThrow(
      /2 graphs \("one\.onnx", "two\.onnx"\)/,
    );
    await expect(findModel(path.join(folder, 'none'))).rejects.toThrow(/holds no \.onnx or \.gguf/);
    await expect(findModel(path.join(folder, 'gone'))).rejects.toMatchObject({ code: 'bad-model' });
  });

  it('is refused where a file beside the graph is damaged, and says which', async () => {
    write({ 'bad/model.onnx': '', 'bad/config.json': '{"max_position' });
    await expect(findModel(path.join(folder, 'bad'))).rejects.toThrow(
      /"config\.json" of the model cannot be read/,
    );
  });

  it('never repeats a path as it stands', async () => {
    const error = await findModel(path.join(folder, 'x\n<b>"\u202e')).catch((e: Error) => e);
    expect((error as Error).message).not.toMatch(/[\n<>\u202e]/);
  });
});
