import { cpSync } from 'node:fs';
import path from 'node:path';
import { createHandlers } from '../../src/inference/worker/handlers';
import type {
  InferenceMethods,
  InferenceParams,
  InferenceResult,
} from '../../src/protocol/borders/inference';
import { BUNDLED } from './bundledModel';
import { writeTinyTokenizer } from './tinyModel';

const fixtures = path.resolve(import.meta.dirname, '../fixtures');

/** Two tiny language models with a tokenizer beside each, and the bundled one; `beside` holds PyTorch's references. */
export function languageModels(folder: string) {
  const tiny = ['gpt2', 'llama'].map((name) => {
    const [model, beside] = [path.join(folder, name), path.join(fixtures, 'language', name)];
    cpSync(beside, model, { recursive: true });
    writeTinyTokenizer(model, false);
    return { name, model, beside };
  });
  return [
    ...tiny,
    { name: 'the bundled model', model: BUNDLED, beside: path.join(fixtures, 'bundled-model') },
  ];
}

/** Asks the code of the inference process, in this one. */
export function asker(folder: string, threads = 2) {
  const handlers = createHandlers({ cacheFolder: path.join(folder, 'cache'), threads });
  return <K extends keyof InferenceMethods>(
    method: K,
    params: InferenceParams<K>,
  ): Promise<InferenceResult<K>> => {
    const context = { progress: () => undefined, signal: new AbortController().signal };
    return Promise.resolve(handlers[method](params as never, context) as never);
  };
}
