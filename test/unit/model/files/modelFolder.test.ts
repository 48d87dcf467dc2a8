import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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
    expect([other.name, other.tokenizer]).toEqual(['hub (q4)', model.tokenizer]);
  });

  it('is the cache of the hub: its main revision, by the name on the hub', async () => {
    write({
      'models--owner--small/refs/main': 'def',
      'models--owner--small/snapshots/abc/model.onnx': '',
      'models--owner--small/snapshots/def/onnx/model.onnx': '',
      'models--owner--small/snapshots/def/onnx/model_fp16.onnx': '',
      'models--owner--alone/snapshots/abc/model.onnx': '',
    });
    const cache = path.join(folder, 'models--owner--small');
    const model = await findModel(cache);
    expect(model).toMatchObject({
      ...{ name: 'owner/small', graph: path.join(cache, 'snapshots/def/onnx/model.onnx') },
    });
    const half = path.join(cache, 'snapshots/def/onnx/model_fp16.onnx');
    expect((await findModel(half)).name).toBe('owner/small (fp16)');
    expect((await findModel(path.join(folder, 'models--owner--alone'))).name).toBe('owner/alone');
  });

  it('is read through links inside the cache of the hub, never out of it', async () => {
    write({
      'out/model.onnx': '',
      'out/config.json': '{}',
      'models--o--m/blobs/1': '',
      'models--o--m/blobs/2': '{"max_position_embeddings": 64}',
      'models--o--m/snapshots/abc/readme.md': '',
    });
    const snapshot = path.join(folder, 'models--o--m/snapshots/abc');
    const link = (name: string, to: string) => {
      rmSync(path.join(snapshot, name), { force: true });
      symlinkSync(to, path.join(snapshot, name));
    };
    link('model.onnx', '../../blobs/1');
    link('config.json', '../../blobs/2');
    expect(await findModel(snapshot)).toMatchObject({ name: 'o/m', contextLength: 64 });
    link('config.json', path.join(folder, 'out/config.json'));
    await expect(findModel(snapshot)).rejects.toThrow(/"config\.json" .* it is a link out of the cache/);
    link('config.json', '../../blobs/2');
    link('model.onnx', '../../../out/model.onnx');
    await expect(findModel(snapshot)).rejects.toThrow(/model\.onnx" is a link out of the cache/);
  });

  it.each<[name: string, files: string[], taken: string, called: string]>([
    ['a model in several precisions', ['model_q4', 'model', 'model_fp16'], 'model', 'm'],
    [
      'none of them the full one',
      ['model_q4f16', 'model_quantized', 'model_uint8'],
      'model_quantized',
      'm (quantized)',
    ],
    [
      'a decoder',
      ['decoder_model', 'decoder_with_past_model', 'decoder_model_merged'],
      'decoder_model_merged',
      'm',
    ],
    ['a decoder without a merged form', ['decoder_with_past_model', 'decoder_model'], 'decoder_model', 'm'],
    [
      'an encoder and its decoder',
      ['decoder_model', 'decoder_model_merged_q4', 'encoder_model', 'encoder_model_q4'],
      'encoder_model',
      'm (encoder)',
    ],
    [
      'texts beside pictures',
      ['model', 'text_model_int8', 'vision_model'],
      'text_model_int8',
      'm (text, int8)',
    ],
    [
      'what sentence-transformers writes',
      ['model_O3', 'model_qint8_avx512_vnni', 'model_quint8_avx2'],
      'model_O3',
      'm (optimized)',
    ],
  ])(
    'of %s in one folder takes what reads prompts, nearest to the trained model',
    async (_, files, taken, called) => {
      write(Object.fromEntries(files.map((name) => [`m/onnx/${name}.onnx`, ''])));
      const model = await findModel(path.join(folder, 'm'));
      expect([path.basename(model.graph, '.onnx'), model.name]).toEqual([taken, called]);
    },
  );

  it.each([
    [
      'model.safetensors',
      /"model\.safetensors": it holds weights alone.*optimum-cli export onnx --model \S*m OUT/,
    ],
    ['pytorch_model.bin', /"pytorch_model\.bin": it holds weights of PyTorch.*optimum-cli/],
    ['model.ort', /"model\.ort": it is in ONNX Runtime's own format.*take the \.onnx file/],
    ['model.tflite', /"model\.tflite": it is a TensorFlow Lite model.*tf2onnx/],
    ['model.mlmodel', /"model\.mlmodel": it is a Core ML model.*optimum-cli/],
    ['tf_model.h5', /"tf_model\.h5": it is a model of TensorFlow.*tf2onnx/],
  ])('is told for what it is where it has %s alone, and how it becomes a graph', async (name, says) => {
    write({ [`m/${name}`]: 'weights', 'm/config.json': '{}' });
    await expect(findModel(path.join(folder, 'm'))).rejects.toThrow(says);
    await expect(findModel(path.join(folder, 'm', name))).rejects.toThrow(/cannot be read: it /);
  });

  it('is told for what it is by its first bytes, whatever its name', async () => {
    write({
      'safe.onnx': '\u0010\0\0\0\0\0\0\0{"weight":1}    ',
      'lite.onnx': '\u001c\0\0\0TFL3',
      'ort.onnx': '\u0010\0\0\0ORTM',
      'pointer.onnx': 'version https://git-lfs.github.com/spec/v1\noid',
    });
    const refusal = (name: string) => findModel(path.join(folder, name)).catch((error: Error) => error);
    expect(String(await refusal('safe.onnx'))).toMatch(/safetensors/);
    expect(String(await refusal('lite.onnx'))).toMatch(/TensorFlow Lite/);
    expect(String(await refusal('ort.onnx'))).toMatch(/ONNX Runtime's own format/);
    expect(String(await refusal('pointer.onnx'))).toMatch(/Git LFS pointer/);
    write({ 'cloned/weights.gguf': 'version https://git-lfs.github.com/spec/v1\noid' });
    expect(String(await refusal('cloned'))).toMatch(/weights\.gguf" cannot be read: it is a Git LFS pointer/);
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
