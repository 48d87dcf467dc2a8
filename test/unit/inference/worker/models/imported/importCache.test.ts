import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from '../../../../../../src/disk/lock';
import { emptyCache } from '../../../../../../src/inference/worker/models/imported/importCache';
import { importedModel } from '../../../../../../src/inference/worker/models/imported/importedModel';

const fixture = (name: string) => path.resolve(import.meta.dirname, '../../../../../fixtures/gguf', name);
const [FIRST, SECOND, THIRD] = ['q4_0-tied.gguf', 'q8_0-tied.gguf', 'f16-linear-scaling.gguf'].map(
  fixture,
) as [string, string, string];
/** Takes all three. */
const MUCH = 1e9;

let cacheFolder: string;
beforeEach(() => (cacheFolder = mkdtempSync(path.join(tmpdir(), 'attnscope-imports-'))));
afterEach(() => rmSync(cacheFolder, { recursive: true, force: true }));

const imports = () => path.join(cacheFolder, 'imported');
/** What stands in the cache: models, and what is left beside them. */
const kept = () =>
  readdirSync(imports())
    .filter((name) => !name.endsWith('.use'))
    .sort();
const keyOf = (graph: string): string => path.basename(path.dirname(graph));

/** Uses a model in this process, once; gives the key under which it is kept, and whether it was converted. */
async function use(gguf: string, cacheBytes = MUCH) {
  const stages: string[] = [];
  const model = await importedModel(gguf, { cacheFolder, cacheBytes }, ({ stage }) => stages.push(stage));
  await model.release();
  return { key: keyOf(model.folder.graph), isNew: stages.includes('convert') };
}

const bytesOf = (key: string): number =>
  readdirSync(path.join(imports(), key)).reduce(
    (sum, name) => sum + statSync(path.join(imports(), key, name)).size,
    0,
  );

/** A model was used so long ago, in s. */
function usedAgo(key: string, seconds: number): void {
  const then = Date.now() / 1000 - seconds;
  utimesSync(path.join(imports(), key, 'manifest.json'), then, then);
}

/** Another process that uses a model until it is told to end. */
function other(gguf: string, cacheBytes = MUCH) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', path.join(import.meta.dirname, 'importer.ts'), gguf, cacheFolder, String(cacheBytes)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const told: string[] = [];
  return {
    told,
    /** Waits until it has told that, and gives the rest of that line. */
    async tells(what: string): Promise<string> {
      for (;;) {
        const { value, done } = await lines.next();
        if (done) throw new Error(`It ended after: ${told.join(', ')}`);
        told.push(value);
        if (value.startsWith(what)) return value.slice(what.length + 1);
      }
    },
    kill: () => child.kill('SIGKILL'),
    end: () => {
      child.stdin.end();
      return new Promise((resolve) => child.once('exit', resolve));
    },
  };
}

describe('a converted model', () => {
  it('belongs to the bytes of the file, whatever it is called', async () => {
    const copy = path.join(cacheFolder, 'copy.gguf');
    copyFileSync(FIRST, copy);
    const first = await use(FIRST);
    expect(first.isNew).toBe(true);
    expect(await use(copy)).toEqual({ key: first.key, isNew: false });
    copyFileSync(SECOND, copy);
    expect((await use(copy)).key).not.toBe(first.key);
  });

  it('goes where the cache would pass its limit, the one used longest ago first', async () => {
    const [first, second, third] = [await use(FIRST), await use(SECOND), await use(THIRD)];
    rmSync(path.join(imports(), third.key), { recursive: true });
    usedAgo(first.key, 10);
    usedAgo(second.key, 20);
    // Room for what is there, and half of the third.
    await use(THIRD, bytesOf(first.key) + bytesOf(second.key) + statSync(THIRD).size / 2);
    expect(kept()).toEqual([first.key, third.key].sort());
    expect(await use(FIRST)).toEqual({ key: first.key, isNew: false });
    expect((await use(SECOND)).isNew).toBe(true);
  });

  it('stays while another process uses it, and goes once that was killed', async () => {
    const holder = other(FIRST);
    const key = keyOf(await holder.tells('at'));
    usedAgo(key, 100);
    await use(SECOND, 0);
    expect(kept()).toContain(key);
    holder.kill();
    await holder.end();
    const third = await use(THIRD, 0);
    expect(kept()).toEqual([third.key]);
    expect(readdirSync(imports())).toEqual([third.key]);
  });

  it('stays where the cache is emptied while another process uses it; all else goes', async () => {
    const holder = other(FIRST);
    const key = keyOf(await holder.tells('at'));
    const second = await use(SECOND);
    expect(kept()).toEqual([key, second.key].sort());
    await emptyCache(cacheFolder);
    expect(kept()).toEqual([key]);
    expect(readdirSync(cacheFolder)).toEqual(['imported']);
    await holder.end();
    await emptyCache(cacheFolder);
    expect(readdirSync(imports())).toEqual([]);
  });

  it('is converted once, where two processes want it at once: the others wait and say so', async () => {
    const { key } = await use(FIRST);
    rmSync(path.join(imports(), key), { recursive: true });
    const both = [other(FIRST), other(FIRST)];
    // Held back until both wait, so that neither is done before the other begins.
    await withLock(path.join(imports(), `${key}.lock`), () =>
      Promise.all(both.map((one) => one.tells('wait'))),
    );
    const graphs = await Promise.all(both.map((one) => one.tells('at')));
    expect(new Set(graphs).size).toBe(1);
    expect(both.filter(({ told }) => told.includes('convert'))).toHaveLength(1);
    await Promise.all(both.map((one) => one.end()));
    expect(readdirSync(imports())).toEqual([key]);
  });
});

it('one whose files were damaged is in use by nobody, once that was told', async () => {
  const { key } = await use(FIRST);
  rmSync(path.join(imports(), key, 'model.onnx'));
  await expect(use(FIRST)).rejects.toThrow(/holds no \.onnx/);
  expect(readdirSync(imports())).toEqual([key]);
});

it('what a conversion that was cut off has left goes with the next one', async () => {
  const { key } = await use(FIRST);
  rmSync(path.join(imports(), key), { recursive: true });
  // A process that was killed leaves a part, its lock and its lease; no process has an id as large.
  for (const part of [`${key}.a.partial`, '0123-1.b.partial']) {
    mkdirSync(path.join(imports(), part));
    writeFileSync(path.join(imports(), part, 'model.onnx_data_1'), 'half');
  }
  const gone = 2 ** 22 + 1;
  writeFileSync(path.join(imports(), `${key}.lock`), `${gone} ${hostname()} x`);
  writeFileSync(path.join(imports(), `${key}.${gone}.x.use`), hostname());
  expect(await use(FIRST)).toEqual({ key, isNew: true });
  expect(readdirSync(imports())).toEqual([key]);
  expect(existsSync(path.join(imports(), key, 'model.onnx'))).toBe(true);
});
