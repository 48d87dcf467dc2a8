import { headMetrics, eachRow, type HeadSetup } from '../../../attention/heads/headMetrics';
import { meanMetrics } from '../../../attention/heads/meanMetrics';
import { plainTexts } from '../../../attention/heads/plainTexts';
import { randomTokens } from '../../../attention/heads/randomTokens';
import { ModelBaseline } from '../../../protocol/learned/baseline';
import { HeadProfile, type HeadMetrics } from '../../../protocol/requests/heads';
import type { FactStore } from '../models/cacheFolder';
import type { CheckedModel } from '../models/checkedModel';
import { shippedFact } from '../models/shippedFact';
import { readHeads } from './readHeads';

/** Raised when profiles are made in another way. */
const VERSION = 1;

/**
 * What the heads of a model do on random tokens and plain texts: as they ship, or found out once and kept under the
 * model's hash. `null` where the model reads prompts of one length alone or has no tokenizer.
 */
export async function headProfile(model: CheckedModel, facts: FactStore): Promise<HeadProfile | null> {
  if (model.context.exact || model.folder.tokenizer === undefined) return null;
  const shipped = await shippedFact('baselines', model.sha256, ModelBaseline);
  if (shipped) return shipped.heads;
  const key = `${model.sha256} ${VERSION}`;
  const known = await facts.read('heads', key, HeadProfile);
  if (known) return known;
  const profile = await measureHeads(model);
  await facts.write('heads', key, profile);
  return profile;
}

/** Measures the heads of a model that has a tokenizer. */
export async function measureHeads(model: CheckedModel): Promise<HeadProfile> {
  const tokenizer = await model.tokenizer();
  const longest = model.context.contextLength ?? Infinity;
  const vocabulary = model.tableRows.get('input_ids') ?? 0;
  const texts = [];
  for (const text of plainTexts) {
    const ids = (await tokenizer.encodeRaw(text)).map(({ id }) => id);
    texts.push(ids.slice(0, longest));
  }
  return {
    random: await meanOver(model, randomTokens(vocabulary, tokenizer.specialIds, longest)),
    texts: await meanOver(model, texts),
  };
}

async function meanOver(model: CheckedModel, sequences: readonly number[][]): Promise<HeadMetrics> {
  const all = [];
  for (const tokenIds of sequences) {
    const setup: HeadSetup = {
      layers: model.layers.length,
      heads: model.summary.heads,
      causal: model.causal,
      tokenIds,
      // Of a model that reads both ways it is not known before its maps are.
      sink: model.causal ? 0 : null,
      reading: { kind: 'mean', token: null },
    };
    const metrics = headMetrics(setup);
    await readHeads(
      model,
      tokenIds,
      (block) => eachRow(setup, block, metrics.addRow),
      () => undefined,
    );
    all.push(metrics.finish());
  }
  return meanMetrics(all);
}
