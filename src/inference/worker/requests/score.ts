import { probeOfTrust } from '../../../probes/warned';
import { unpack } from '../../../protocol/borders/packed';
import { ModelInput } from '../../../protocol/prompt';
import { createProbeReader } from '../probes/readProbes';
import { fitContext } from '../run/fitContext';
import { givesStates, outputsOf } from '../run/promptRun';
import { readPrompt } from '../run/readPrompt';
import { tokensDone, type Answer } from './answer';

/** Scores the sentences of a prompt by the probes that may warn of it; runs no layer above those that they look at. */
export const score: Answer<'score'> = async (params, { models, probes, lastRead }, progress) => {
  const model = await models.open(params.model, progress, { forText: true });
  const { sentences } = params;
  const input = unpack(params.input, ModelInput);
  const asked = new Set(
    sentences.flatMap(({ segment }) => probeOfTrust[input.segments[segment]!.trust] ?? []),
  );
  const ready = await probes(model.sha256, givesStates(model) ? [...asked] : []);
  const tokenizer = await model.tokenizer();
  const { tokens: all } = await tokenizer.encode(input);
  const tokens = fitContext(all, model.context, 'refuse');
  const reader = createProbeReader(ready, { tokens, segments: input.segments, sentences });
  if (!reader) return { probes: null, warned: [] };
  const part = await model.statesTo(Math.max(...reader.layers));
  const onChunk = tokensDone(progress, tokens.length);
  await readPrompt(model, part, lastRead, {
    tokenIds: tokens.map(({ id }) => id),
    rowsFetched: reader.layers.length,
    wanted: outputsOf(part, 'state', reader.layers),
    onBlock: (block) => reader.add(block),
    onChunk: ({ end }) => onChunk(end),
  });
  const readings = await reader.finish();
  return { probes: readings, warned: reader.warned(readings) };
};
