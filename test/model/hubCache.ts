import { mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join, relative } from 'node:path';

/**
 * Lays the files of a folder out as the client of the Hugging Face hub keeps them: bytes under `blobs/`
 * by their hash, and links to them under `snapshots/<revision>/`. Gives the folder of the snapshot; the
 * model is called `tests/NAME`.
 */
export function writeHubCache(files: string, cache: string, name = 'tiny'): string {
  const model = join(cache, `models--tests--${name}`);
  const snapshot = join(model, 'snapshots', '0123abcd'.repeat(5));
  mkdirSync(join(model, 'blobs'), { recursive: true });
  for (const file of readdirSync(files, { recursive: true, encoding: 'utf8' })) {
    if (!statSync(join(files, file)).isFile()) continue;
    const bytes = readFileSync(join(files, file));
    const blob = join(model, 'blobs', createHash('sha256').update(bytes).digest('hex'));
    writeFileSync(blob, bytes);
    const link = join(snapshot, file);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(relative(dirname(link), blob), link);
  }
  return snapshot;
}
