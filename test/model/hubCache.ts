import { mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join, relative } from 'node:path';

/**
 * Lays the files of a folder out as the client of the Hugging Face hub keeps them: bytes under `blobs/`
 * by their hash, and links to them under `snapshots/<revision>/`. Gives the folder of the snapshot.
 */
export function writeHubCache(files: string, cache: string): string {
  const model = join(cache, 'models--tests--tiny');
  const snapshot = join(model, 'snapshots', '0123abcd'.repeat(5));
  mkdirSync(join(model, 'blobs'), { recursive: true });
  for (const name of readdirSync(files, { recursive: true, encoding: 'utf8' })) {
    if (!statSync(join(files, name)).isFile()) continue;
    const bytes = readFileSync(join(files, name));
    const blob = join(model, 'blobs', createHash('sha256').update(bytes).digest('hex'));
    writeFileSync(blob, bytes);
    const link = join(snapshot, name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(relative(dirname(link), blob), link);
  }
  return snapshot;
}
