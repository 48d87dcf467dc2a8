import { spanMeans } from '../../../probes/pooling';
import type { TokenSpan } from '../../../protocol/attention';
import type { TappedBlock } from './promptRun';

/** Takes the states of layers as they leave the model, and gives their means over spans. */
export interface MeanStates {
  add(block: TappedBlock): void;
  /** `means`: `[layers, spans, hidden]`, in the order asked for. */
  finish(): { hidden: number; means: Float32Array<ArrayBuffer> };
}

export function meanStates(layers: readonly number[], spans: readonly TokenSpan[]): MeanStates {
  const sums = new Map<number, ReturnType<typeof spanMeans>>();
  let hidden = 0;
  return {
    add({ layer, firstQuery, dims, values }) {
      hidden = dims.at(-1)!;
      const own = sums.get(layer) ?? spanMeans(spans, hidden);
      sums.set(layer, own);
      own.add(firstQuery, values);
    },
    finish() {
      const means = new Float32Array(layers.length * spans.length * hidden);
      layers.forEach((layer, at) => means.set(sums.get(layer)!.finish().means, at * spans.length * hidden));
      return { hidden, means };
    },
  };
}
