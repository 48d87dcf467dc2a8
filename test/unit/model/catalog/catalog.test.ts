import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localModels, ollamaModel } from '../../../../src/model/catalog/catalog';

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'attnscope-catalog-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function write(name: string, content: string): string {
  const file = path.join(home, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

const digest = (letter: string): string => `sha256:${letter.repeat(64)}`;
const manifest = (...layers: [kind: string, digest: string][]): string =>
  JSON.stringify({
    config: { digest: digest('c') },
    layers: layers.map(([kind, one]) => ({ mediaType: `application/vnd.ollama.image.${kind}`, digest: one })),
  });
const OWN = '.ollama/models/manifests/registry.ollama.ai';

describe('models of other programs', () => {
  it('are found by the names that their programs give them', async () => {
    const blob = write(`.ollama/models/blobs/${digest('a').replace(':', '-')}`, 'GGUF');
    write(`.ollama/models/blobs/${digest('c').replace(':', '-')}`, '{"file_type": "Q4_K_M"}');
    const layers = manifest(['template', digest('b')], ['model', digest('a')]);
    write(`${OWN}/library/llama3.2/1b`, layers);
    write(`${OWN}/someone/tuned/latest`, layers);
    write('.ollama/models/manifests/hub.example/a/b/c', layers);
    const studio = write('.lmstudio/models/maker/Model-GGUF/Model-Q4_K_M.gguf', 'GGUF and more');
    write('.lmstudio/models/maker/Model-GGUF/mmproj-Model-f16.gguf', 'GGUF');
    const shards = [1, 2, 3].map((number) =>
      write(`.lmstudio/models/maker/Large-GGUF/Large-0000${number}-of-00003.gguf`, 'GGUF'),
    );
    const graph = write('.cache/huggingface/hub/models--o--n/blobs/1', 'onnx');
    const link = path.join(home, '.cache/huggingface/hub/models--o--n/snapshots/r/onnx/model_fp16.onnx');
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(graph, link);
    expect(await localModels({ env: {}, home })).toEqual([
      { source: 'Ollama', name: 'hub.example/a/b:c', path: blob, bytes: 4, type: 'Q4_K_M' },
      { source: 'LM Studio', name: 'Large.gguf', path: shards[0], bytes: 12, type: '' },
      { source: 'Ollama', name: 'llama3.2:1b', path: blob, bytes: 4, type: 'Q4_K_M' },
      { source: 'LM Studio', name: 'Model-Q4_K_M.gguf', path: studio, bytes: 13, type: 'Q4_K_M' },
      { source: 'Hugging Face', name: 'o/n/onnx/model_fp16.onnx', path: link, bytes: 4, type: 'fp16' },
      { source: 'Ollama', name: 'someone/tuned:latest', path: blob, bytes: 4, type: 'Q4_K_M' },
    ]);
    expect(await ollamaModel('llama3.2:1b', { env: {}, home })).toBe(blob);
    expect(await ollamaModel('someone/tuned:latest', { env: {}, home })).toBe(blob);
    expect(await ollamaModel('hub.example/a/b:c', { env: {}, home })).toBe(blob);
    expect(await ollamaModel('llama3.2:70b', { env: {}, home })).toBeUndefined();
    expect(await ollamaModel('../library/llama3.2:1b', { env: {}, home })).toBeUndefined();
  });

  it('are left out where a manifest is damaged, leads elsewhere, or its blob is gone', async () => {
    write(`${OWN}/library/damaged/latest`, '{"layers": [');
    write(`${OWN}/library/gone/latest`, manifest(['model', digest('d')]));
    write(`${OWN}/library/elsewhere/latest`, manifest(['model', 'sha256:../../../secret']));
    write('secret', 'GGUF');
    expect(await localModels({ env: {}, home })).toEqual([]);
  });

  it('are looked for where the environment says', async () => {
    const env = { OLLAMA_MODELS: path.join(home, 'own') };
    write(`own/blobs/${digest('a').replace(':', '-')}`, 'GGUF');
    write('own/manifests/registry.ollama.ai/library/small/latest', manifest(['model', digest('a')]));
    expect((await localModels({ env, home })).map(({ name }) => name)).toEqual(['small:latest']);
  });
});
