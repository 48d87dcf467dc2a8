import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeTinyModel, writeTinyTokenizer } from '../tinyModel';
import { mutateBytes, mutateJson, seeded } from './mutate';

const fixtures = path.resolve(import.meta.dirname, '../../fixtures');

/** A model that is whole, as files by name; the first is the one that is named. */
type Whole = ReadonlyMap<string, Buffer>;

const TEMPLATE =
  "{{ bos_token }}{% for message in messages %}<{{ message['role'] }}>{{ message['content'] }}{% endfor %}";

function withSideFiles(folder: string, names: readonly string[]): Whole {
  writeTinyTokenizer(folder, true);
  const settings: Record<string, object> = {
    'config.json': { max_position_embeddings: 512, eos_token_id: [1], id2label: { 0: 'a', 1: 'b' } },
    'tokenizer_config.json': { model_max_length: 512, bos_token: '[CLS]', chat_template: TEMPLATE },
    'generation_config.json': { eos_token_id: 1 },
  };
  for (const [name, value] of Object.entries(settings))
    writeFileSync(path.join(folder, name), JSON.stringify(value));
  const files = [...names, 'tokenizer.json', ...Object.keys(settings)];
  return new Map(files.map((name) => [name, readFileSync(path.join(folder, name))]));
}

/** Whole models of the kinds that people have: a decoder with a cache, one with weights beside it, GGUF of two kinds. */
export function wholeModels(folder: string): Whole[] {
  const llama = path.join(folder, 'llama');
  cpSync(path.join(fixtures, 'language/llama'), llama, { recursive: true });
  const beside = path.join(folder, 'beside');
  mkdirSync(beside, { recursive: true });
  writeTinyModel(beside, { data: 'model.onnx_data', says: true });
  const gguf = (name: string): Whole =>
    new Map([['model.gguf', readFileSync(path.join(fixtures, 'gguf', `${name}.gguf`))]]);
  return [
    withSideFiles(llama, ['model.onnx']),
    withSideFiles(beside, ['model.onnx', 'model.onnx_data']),
    gguf('q4_0-tied'),
    gguf('mixed-tied'),
  ];
}

/** Writes case number `seed`: one whole model with one of its files changed. Gives the path to name, and which file. */
export function writeCase(
  folder: string,
  seed: number,
  whole: readonly Whole[],
): { model: string; file: string } {
  const random = seeded(seed);
  const files = whole[Math.floor(random() * whole.length)]!;
  const names = [...files.keys()];
  const file = random() < 0.5 ? names[0]! : names[Math.floor(random() * names.length)]!;
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of files) {
    const changed =
      name !== file
        ? bytes
        : name.endsWith('.json')
          ? mutateJson(bytes.toString('utf8'), random)
          : random() < 0.15
            ? elsewhere(bytes)
            : mutateBytes(bytes, random);
    writeFileSync(path.join(folder, name), changed);
  }
  return { model: path.join(folder, names[0]!), file };
}

/** Weights that lie outside the folder, under a name as long as the one they had. */
function elsewhere(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').replaceAll('model.onnx_data', '../../../secret'), 'latin1');
}
