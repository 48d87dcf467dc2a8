import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AnalysisResult } from '../../src/protocol/analysis';

const cli = path.resolve('dist/cli.js');
const DIGEST = 'ab'.repeat(32);

let home: string;
beforeAll(() => {
  home = mkdtempSync(path.join(tmpdir(), 'attnscope-ollama-'));
  const manifests = path.join(home, 'models/manifests/registry.ollama.ai/library/tiny');
  mkdirSync(manifests, { recursive: true });
  mkdirSync(path.join(home, 'models/blobs'));
  const layers = [{ mediaType: 'application/vnd.ollama.image.model', digest: `sha256:${DIGEST}` }];
  writeFileSync(path.join(manifests, 'latest'), JSON.stringify({ layers }));
  copyFileSync(
    path.resolve(import.meta.dirname, '../fixtures/gguf/q4_0-tied.gguf'),
    path.join(home, 'models/blobs', `sha256-${DIGEST}`),
  );
  writeFileSync(path.join(home, 'prompt.md'), 'the 12 the');
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const analyze = (model: string) =>
  spawnSync(
    process.execPath,
    [cli, 'analyze', 'prompt.md', '--as', 'raw', '--format', 'json', '--model', model],
    {
      cwd: home,
      encoding: 'utf8',
      env: {
        ...process.env,
        OLLAMA_MODELS: path.join(home, 'models'),
        XDG_CACHE_HOME: path.join(home, 'cache'),
      },
    },
  );

it('a model that Ollama keeps is read by its name, and by its file, which has no ending', () => {
  const byName = AnalysisResult.parse(JSON.parse(analyze('tiny:latest').stdout));
  expect(byName.model).toMatchObject({ name: 'tiny:latest', layers: 2, heads: 4 });
  const file = path.join(home, 'models/blobs', `sha256-${DIGEST}`);
  const byFile = AnalysisResult.parse(JSON.parse(analyze(file).stdout));
  expect(byFile.model.sha256).toBe(byName.model.sha256);
  expect(byFile.attention).toEqual(byName.attention);
});

it('a name that Ollama does not have is told, with what to do', () => {
  const { status, stderr } = analyze('tiny:big');
  expect(status).toBe(2);
  expect(stderr).toMatch(/^Ollama has no model "tiny:big" on this machine\. Get it by "ollama pull"/);
});
