import type { CheckedModel } from '../../models/checkedModel';
import { without } from '../../models/modelParts';

/** What a layer adds to the residual stream at one position, as vectors `[hidden]` that sum to the change of its state. */
export interface LayerParts {
  /** One per head, through its rows of the output projection. */
  heads: Float32Array[];
  /** Whether the heads are told apart; else all of attention is in `rest`. */
  separate: boolean;
  /** What attention adds besides: the bias of its projection. */
  rest: Float32Array;
  /** What is added besides attention. */
  mlp: Float32Array;
}

/** How far the heads' sum may be off what they add together; more and a norm stands between. */
const TOLERANCE = 1e-3;

/**
 * Splits what each layer adds. `states`: after each layer; `mixed`: what its heads have read. Throws `bad-model` naming the
 * part that is not found.
 */
export async function layerParts(
  model: CheckedModel,
  embedding: Float32Array,
  states: readonly Float32Array[],
  mixed: ReadonlyMap<number, Float32Array>,
): Promise<LayerParts[]> {
  const projected = await projections(model, mixed);
  return states.map((after, layer) => {
    const before = states[layer - 1] ?? embedding;
    const { each, together } = projected[layer]!;
    const none = each.at(-1)!;
    const heads = each.slice(0, -1).map((row) => difference(row, none));
    const sum = heads.reduce((total, row) => total.map((value, i) => value + row[i]!), none);
    const separate = largest(difference(sum, together)) <= TOLERANCE * largest(together);
    const mlp = difference(difference(after, before), together);
    return separate ? { heads, separate, rest: none, mlp } : { heads: [], separate, rest: together, mlp };
  });
}

/** What the output projection of each layer makes of each head alone and of none (`each`), and of all `together`. */
async function projections(
  model: CheckedModel,
  mixed: ReadonlyMap<number, Float32Array>,
): Promise<{ each: Float32Array[]; together: Float32Array }[]> {
  const rows = Math.max(...model.headsOf) + 2;
  return model.withPieces(async (pieces) => {
    const streams = model.layers.map((_, layer) => {
      const stream = pieces.stream(layer);
      if (!stream?.heads)
        throw without(`What the heads of layer ${layer} add`, 'they are not put side by side');
      if (!stream.additive)
        throw without(
          `What layer ${layer} adds`,
          'the stream itself is normalised, so that nothing adds up to the logits',
        );
      return stream;
    });
    const piece = await pieces.open(
      streams[0]!,
      streams.map(({ heads }) => heads!.mixed),
      streams.map(({ heads }) => heads!.projected),
    );
    if (!piece) throw without('The output projections of its heads', 'they read more than the heads');
    const given = streams.map((_, layer) => headByHead(mixed.get(layer)!, model.headsOf[layer]!, rows));
    const made = await piece.run(given, rows);
    return made.map((all, layer) => {
      const width = all.length / rows;
      const row = (i: number) => all.subarray(i * width, (i + 1) * width);
      const heads = model.headsOf[layer]!;
      return { each: Array.from({ length: heads + 1 }, (_, i) => row(i)), together: row(heads + 1) };
    });
  });
}

/** Rows with one head each, then one of zeros and one with all heads; the rest is zeros. */
function headByHead(mixed: Float32Array, heads: number, rows: number): Float32Array {
  const all = new Float32Array(rows * mixed.length);
  const size = mixed.length / heads;
  for (let head = 0; head < heads; head++) {
    const own = mixed.subarray(head * size, (head + 1) * size);
    all.set(own, head * mixed.length + head * size);
  }
  all.set(mixed, (heads + 1) * mixed.length);
  return all;
}

function difference(a: Float32Array, b: Float32Array): Float32Array {
  return a.map((value, i) => value - b[i]!);
}

function largest(row: Float32Array): number {
  return row.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
