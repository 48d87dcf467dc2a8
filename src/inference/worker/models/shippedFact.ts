import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from '../../../protocol/schema';

/** Beside the bundled program: `dist/` and `media/` are neighbours in every install. */
const MEDIA = join(__dirname, '..', 'media');

/** What ships of what is known of a model, by its hash; `undefined` where nothing does. */
export async function shippedFact<T>(
  kind: 'baselines' | 'checks',
  sha256: string,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  try {
    return schema.parse(JSON.parse(await readFile(join(MEDIA, kind, `${sha256}.json`), 'utf8')));
  } catch {
    return undefined;
  }
}
