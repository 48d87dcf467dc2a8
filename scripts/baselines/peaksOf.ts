import { readDocument } from '../../src/analysis/readDocument';
import { readingPosition } from '../../src/attention/readingPosition';
import { rowPeaks, type RowPeaks } from '../../src/attention/anomalies/rowPeaks';
import { createRowReader } from '../../src/attention/summary/rows';
import { sinkAttention } from '../../src/attention/summary/sink';
import type { CheckedModel } from '../../src/inference/worker/models/checkedModel';
import { outputsOf, runPrompt } from '../../src/inference/worker/run/promptRun';
import { unpack } from '../../src/protocol/borders/packed';
import { ModelInput, type ReadAs } from '../../src/protocol/prompt';

/** How the rows of a text rest, `tokens` of it fed. */
export interface PeaksOfText {
  tokens: number;
  peaks: RowPeaks;
}

/** Reads a text with a causal model as the product feeds it, at most its first `most` tokens. */
export async function peaksOf(
  model: CheckedModel,
  text: string,
  as: ReadAs,
  most: number,
): Promise<PeaksOfText> {
  const { prompts } = await readDocument({ text, as });
  const input = unpack(prompts[0]!.input, ModelInput);
  const tokens = (await (await model.tokenizer()).encode(input)).tokens.slice(0, most);
  const layers = model.layers.map((_, layer) => layer);
  const setup = {
    layers: layers.length,
    heads: model.summary.heads,
    causal: model.causal,
    reading: readingPosition(model.causal, tokens),
    tokens,
    specialIds: new Set<number>(),
    segments: [],
    spans: [],
    sink: 0,
  };
  const reader = createRowReader(setup);
  const sink = sinkAttention(setup);
  const peaks = rowPeaks(setup);
  await runPrompt(
    model,
    tokens.map(({ id }) => id),
    model.chunks(tokens.length, layers.length),
    outputsOf(model, 'headMean', layers),
    ({ layer, firstQuery, dims, values }) => {
      const [, , queries = 0, keys = 0] = dims;
      reader.read({ layer, firstQuery, queries, keys, mean: values }, (row) => {
        sink.addRow(row);
        peaks.addRow(row);
      });
    },
  );
  return { tokens: tokens.length, peaks: peaks.finish(sink.finish().isSink) };
}
