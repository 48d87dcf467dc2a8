import { projectedSizes, valueNormMap } from '../../../../attention/values/valueNorm';
import type { HeadChoice, ValueWay } from '../../../../protocol/borders/inference';
import { AttnscopeError } from '../../../../protocol/errors';
import { sentence } from '../../../../protocol/sentence';
import type { CheckedModel } from '../../models/checkedModel';
import { without, type LayerPieces } from '../../models/modelParts';
import { readLayers, type LayerRead } from './readLayers';
import { zeroingMap } from './zeroing';
import { nextStep } from '../../run/nextStep';

/** Maps of a layer that are asked for. */
export interface AskedMaps {
  layer: number;
  heads: readonly HeadChoice[];
}

export interface ByValues {
  model: CheckedModel;
  way: ValueWay;
  tokenIds: readonly number[];
  asked: readonly AskedMaps[];
  /** A map `[tokens, tokens]`, its rows sum to 1. */
  onMap(layer: number, head: HeadChoice, map: Float32Array): void;
  /** Told how much of all is done, 0 to 1. */
  onPart(done: number): void | Promise<void>;
  signal: AbortSignal;
}

/** Weights of layers that stand in memory at once. */
const RUN_BYTES = 96 * 1024 * 1024;

/** Tokens up to which values are zeroed, as each pair of tokens takes the rest of the layer once. */
export const MOST_ZEROED = 256;

/** Reads maps by what the values add. Throws `too-long` and `bad-input` where zeroing would take too long, or knows no heads. */
export async function mapsByValues(order: ByValues): Promise<void> {
  const { model, way, tokenIds, asked } = order;
  if (way === 'valueZeroing') refuseZeroing(tokenIds.length, asked);
  const bytes = 4 * tokenIds.length ** 2 * Math.max(...model.headsOf);
  const atOnce = Math.max(1, Math.floor(RUN_BYTES / bytes));
  await model.withPieces(async (pieces) => {
    for (let first = 0; first < asked.length; first += atOnce) {
      const some = asked.slice(first, first + atOnce);
      await nextStep(order.signal);
      const layers = some.map(({ layer }) => layer);
      const read = await readLayers(model, tokenIds, layers, way === 'valueZeroing');
      for (const [i, { layer, heads }] of some.entries()) {
        const done = (part: number) => order.onPart((first + i + part) / asked.length);
        await readLayer(order, pieces, { layer, heads }, read.get(layer)!, done);
        await done(1);
      }
    }
  });
}

async function readLayer(
  { model, way, signal, onMap }: ByValues,
  pieces: LayerPieces,
  { layer, heads }: AskedMaps,
  read: LayerRead,
  onPart: ByValues['onPart'],
): Promise<void> {
  const stream = pieces.stream(layer);
  if (!stream?.heads) throw without(`What the heads of layer ${layer} add`, 'they are not put side by side');
  if (way === 'valueZeroing') {
    const piece = await pieces.open(stream, [stream.before, stream.heads.mixed], [stream.after]);
    if (!piece) throw without(`What follows the attention of layer ${layer}`, 'it reads other layers');
    onMap(layer, 'mean', await zeroingMap(piece, read, model.causal, onPart, signal));
    return;
  }
  const piece = await pieces.open(stream, [stream.heads.mixed], [stream.heads.projected]);
  if (!piece) throw without(`The output projection of layer ${layer}`, 'it reads other layers');
  const width = read.heads * read.size;
  // Its rows are what it makes of one number at a time, less what it makes of none.
  const units = new Float32Array((width + 1) * width);
  for (let i = 0; i < width; i++) units[i * width + i] = 1;
  const [made] = await piece.run([units], width + 1);
  await nextStep(signal);
  const hidden = made!.length / (width + 1);
  const bias = made!.subarray(width * hidden);
  const projection = made!.slice(0, width * hidden).map((value, i) => value - bias[i % hidden]!);
  const sizes = projectedSizes(read, projection);
  for (const head of heads) onMap(layer, head, valueNormMap(read, sizes, head));
}

function refuseZeroing(tokens: number, asked: readonly AskedMaps[]): void {
  if (asked.some(({ heads }) => heads.some((head) => head !== 'mean')))
    throw new AttnscopeError('bad-input', [
      sentence('Values are zeroed in all heads of a layer at once, so single heads have no such map.'),
    ]);
  if (tokens <= MOST_ZEROED) return;
  throw new AttnscopeError('too-long', [
    sentence(
      'Value zeroing runs a layer once for each pair of tokens, so it is done for prompts of at most {most} tokens; this one has {tokens}. Select a part of it, or read it by value-weighted norm.',
      { most: MOST_ZEROED, tokens },
    ),
  ]);
}
