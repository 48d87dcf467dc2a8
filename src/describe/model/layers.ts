import type { Diagnosis } from '../../protocol/requests/doctor';
import { sentence } from '../../protocol/sentence';
import { headCount } from '../names';
import type { Phrase, Value } from '../phrase';
import { names, type Fact } from './facts';

type FoundLayer = Diagnosis['layers'][number];

/** How the maps of the layers are had, layers alike together; and whether their states are. */
export function describeLayers({ layers, states, otherSoftmaxes }: Diagnosis): Fact[] {
  if (layers.length === 0) return [];
  const groups = new Map<string, FoundLayer[]>();
  for (const layer of layers) {
    const { stack, via, heads, half, rowSum } = layer;
    const key = JSON.stringify([stack, via, heads, half, rowSum]);
    groups.set(key, [...(groups.get(key) ?? []), layer]);
  }
  const told = [...groups.values()].map((group): Fact => {
    const layer = group[0]!;
    return { name: layersOf(layer.stack, ranges(group)), told: { list: partsOf(layer) } };
  });
  const found = states ? sentence('found in the graph') : sentence('not found in the graph');
  const leftOut: Fact = {
    name: sentence('Softmaxes that are no attention, left out'),
    told: names(otherSoftmaxes),
  };
  return [
    ...told,
    ...(otherSoftmaxes.length > 0 ? [leftOut] : []),
    { name: sentence('States after each layer'), told: found },
  ];
}

function layersOf(stack: FoundLayer['stack'], layers: string): Phrase {
  const isOne = /^\d+$/.test(layers);
  switch (stack) {
    case 'self':
      return isOne ? sentence('Layer {layer}', { layer: layers }) : sentence('Layers {layers}', { layers });
    case 'encoder':
      return isOne
        ? sentence('Layer {layer} of the encoder', { layer: layers })
        : sentence('Layers {layers} of the encoder', { layers });
    case 'decoder':
      return isOne
        ? sentence('Layer {layer} of the decoder', { layer: layers })
        : sentence('Layers {layers} of the decoder', { layers });
    case 'cross':
      return isOne
        ? sentence('Layer {layer} of cross attention', { layer: layers })
        : sentence('Layers {layers} of cross attention', { layers });
  }
}

function partsOf({ heads, via, half, rowSum }: FoundLayer): Value[] {
  return [
    ...(heads === null ? [] : [headCount(heads)]),
    sentence('read from {via}', { via }),
    ...(half ? [sentence('in float16')] : []),
    ...(rowSum === 'free' ? [sentence('rows need not sum to 1')] : []),
    ...(rowSum === 'at-most-one' ? [sentence('rows sum to at most 1')] : []),
  ];
}

/** `0–3, 5` */
function ranges(layers: readonly FoundLayer[]): string {
  const runs: [first: number, last: number][] = [];
  for (const { index } of layers) {
    const run = runs.at(-1);
    if (run && index === run[1] + 1) run[1] = index;
    else runs.push([index, index]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
}
