import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { headsRead } from '../../../src/attention/heads/headsRead';
import { inputFeatures } from '../../../src/features/inputFeatures';
import { sectionsOf } from '../../../src/features/sections';
import { stateLayers } from '../../../src/features/stateLayers';
import { createFactStore } from '../../../src/inference/worker/models/cacheFolder';
import { createModels } from '../../../src/inference/worker/models/models';
import { outputsOf, runPrompt } from '../../../src/inference/worker/run/promptRun';
import { spanMeans } from '../../../src/probes/pooling';
import type { FilledTemplate } from '../../../src/prompts/promptTemplate';
import type { Features } from '../../../src/protocol/measured/features';
import { BUNDLED } from '../../model/bundledModel';

/**
 * Measures prompts as `measurePrompt` does, in one run of the bundled model where the product makes three, so that
 * thousands of inputs are measured in an hour. Of prompts whose first token is the sink, as in all chats of this model.
 */
export function quickMeasure(threads: number): (prompt: FilledTemplate) => Promise<Features> {
  const cacheFolder = mkdtempSync(path.join(tmpdir(), 'attnscope-eval-'));
  const models = createModels({ facts: createFactStore(cacheFolder), cacheFolder, threads });
  return async ({ prompt, data }) => {
    const model = await models.open(BUNDLED, () => undefined);
    const { tokens } = await (await model.tokenizer()).encode(prompt);
    const tokenIds = tokens.map(({ id }) => id);
    const [sink, end] = [0, tokens.length];
    const sections = sectionsOf({ tokens, segments: prompt.segments, sink, data });
    const of = { layers: model.layers.length, heads: model.summary.heads, causal: true, tokenIds, sink };
    const heads = headsRead(
      { ...of, reading: { kind: 'last', token: end - 1 } },
      { sets: sections.map(({ runs }) => runs), groupOf: [] },
    );
    const layers = stateLayers(of.layers);
    const all = model.layers.map((_, layer) => layer);
    const means = new Map<number, ReturnType<typeof spanMeans>>();
    let hidden = 0;
    await runPrompt(
      model,
      tokenIds,
      [{ first: 0, end }],
      [...outputsOf(model, 'map', all), ...outputsOf(model, 'state', layers)],
      ({ kind, layer, firstQuery, dims, values }) => {
        if (kind === 'state') {
          hidden = dims.at(-1)!;
          means.set(layer, spanMeans([{ first: 1, end }], hidden));
          return means.get(layer)!.add(firstQuery, values);
        }
        const [, count = 0, queries = 0, keys = 0] = dims;
        heads.addMaps({ layer, firstQuery, heads: count, queries, keys, values });
      },
    );
    const states = Float32Array.from(layers.flatMap((layer) => [...means.get(layer)!.finish().means]));
    return inputFeatures({
      model: { ...model.summary, layers: of.layers },
      tokens: end,
      sections,
      heads: heads.finish(),
      states: { layers, hidden, means: states },
    });
  };
}
