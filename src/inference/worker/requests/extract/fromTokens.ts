import type { Token } from '../../../../protocol/attention';
import { safetensorsHeader } from './safetensors';
import { layerName } from '../../../../model/find/layerName';
import type { CheckedModel } from '../../models/checkedModel';
import { outputsOf, runPrompt } from '../../run/promptRun';
import { writeWhole } from './partialFile';
import { bytesOf, kindOf, refuseNoMap, type Reduce, type Written } from './written';

/**
 * Runs a prompt chunk by chunk and writes each block of rows to its place: memory stays that of a chunk. The file tells the
 * texts of its tokens as `tokens`, a JSON list: programs that draw maps ask for them.
 */
export async function extractFromTokens(
  model: CheckedModel,
  tokens: readonly Pick<Token, 'id' | 'text'>[],
  layers: readonly number[],
  reduce: Reduce,
  out: string,
  onChunk: (done: number) => void,
): Promise<Written> {
  const n = tokens.length;
  const tensors = layers.map((layer) => ({
    name: layerName('attention', model.layers[layer]!),
    shape: [1, reduce === 'none' ? model.headsOf[layer]! : 1, n, n],
  }));
  await writeWhole(out, async (writeAt) => {
    const told = { tokens: JSON.stringify(tokens.map(({ text }) => text)) };
    const header = safetensorsHeader(tensors, told);
    await writeAt(header, 0);
    const starts = new Map<number, number>();
    let place = header.length;
    tensors.forEach(({ shape }, i) => {
      starts.set(layers[i]!, place);
      place += shape.reduce((size, d) => size * d, 4);
    });
    await runPrompt(
      model,
      tokens.map(({ id }) => id),
      model.chunks(
        n,
        tensors.reduce((rows, { shape }) => rows + shape[1]!, 0),
      ),
      outputsOf(model, kindOf(reduce), layers),
      async ({ layer, firstQuery, dims, values }) => {
        const [, heads = 0, queries = 0, keys = 0] = dims;
        refuseNoMap(model, layer, values, dims);
        for (let head = 0; head < heads; head++) {
          const rows = new Float32Array(queries * n);
          for (let query = 0; query < queries; query++) {
            const row = (head * queries + query) * keys;
            rows.set(values.subarray(row, row + keys), query * n);
          }
          await writeAt(bytesOf(rows), starts.get(layer)! + 4 * (head * n + firstQuery) * n);
        }
      },
      ({ end }) => onChunk(end),
    );
  });
  return { tensors, filled: [] };
}
