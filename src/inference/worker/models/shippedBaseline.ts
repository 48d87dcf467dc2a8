import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ModelBaseline } from '../../../protocol/learned/baseline';

/** Beside the bundled program: `dist/` and `media/` are neighbours in every install. */
const FOLDER = join(__dirname, '..', 'media', 'baselines');

/** What ships of what is known of a model from clean texts; `undefined` where nothing does. */
export async function shippedBaseline(sha256: string): Promise<ModelBaseline | undefined> {
  try {
    return ModelBaseline.parse(JSON.parse(await readFile(join(FOLDER, `${sha256}.json`), 'utf8')));
  } catch {
    return undefined;
  }
}
