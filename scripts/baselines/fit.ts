/**
 * Learns what clean texts are like in a model and writes it down under the model's hash:
 *
 *     npx tsx scripts/baselines/fit.ts TEXTS.jsonl [MODEL]
 *
 * TEXTS.jsonl has one object a line, `{"text", "as"?}`; `as` is how it is fed (user, system, raw; user where absent).
 * For the bundled model, and what its texts were: docs/analyses/anomalies.md. The model reads causally.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createFactStore, userCacheFolder } from '../../src/inference/worker/models/cacheFolder';
import { createModels } from '../../src/inference/worker/models/models';
import { measureHeads } from '../../src/inference/worker/heads/headProfile';
import type { ReadAs } from '../../src/protocol/prompt';
import { learnRows } from './learnRows';
import { peaksOf, type PeaksOfText } from './peaksOf';
import { writeBaseline } from './writeBaseline';

const root = path.resolve(import.meta.dirname, '../..');
/** Longest text, in tokens. */
const MOST_TOKENS = 1024;

async function main([file, model = path.join(root, 'media/model')]: string[]): Promise<void> {
  if (file === undefined) throw new Error('Name a file of texts.');
  const cacheFolder = userCacheFolder(process.env, process.platform);
  const models = createModels({ facts: createFactStore(cacheFolder), cacheFolder, threads: undefined });
  const opened = await models.open(path.resolve(model), () => undefined);
  if (!opened.causal) throw new Error('Baselines are learned of causal models alone.');
  const texts: PeaksOfText[] = [];
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const { text, as = 'user' } = JSON.parse(line) as { text: string; as?: ReadAs };
    texts.push(await peaksOf(opened, text, as, MOST_TOKENS));
    if (texts.length % 20 === 0) console.error(`${texts.length} texts`);
  }
  writeBaseline(opened.summary, texts, learnRows(texts), await measureHeads(opened));
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(2);
  },
);
