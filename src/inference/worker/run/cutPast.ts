import { Tensor } from 'onnxruntime-node';
import type { OnnxValue } from '../../../model/onnx/onnxGraph';
import { NOTHING_READ, type Past, type RunnableModel } from './promptRun';

/**
 * The first `tokens` of a past, of a causal model the same as if no more had been read. Nothing where it is not known
 * which axis of the cache the tokens are, or the model keeps the last ones only.
 */
export function cutPast(model: RunnableModel, past: Past, tokens: number): Past {
  if (tokens === 0 || model.cache.length === 0) return NOTHING_READ;
  if (tokens === past.tokens) return past;
  const cut: [string, Tensor][] = [];
  for (const { input } of model.cache) {
    const tensor = past.cache[input];
    const axis = tokenAxis(model.fed.inputs.find(({ name }) => name === input));
    if (!tensor || axis === undefined || tensor.dims[axis] !== past.tokens) return NOTHING_READ;
    cut.push([input, cutAxis(tensor, axis, tokens)]);
  }
  return { tokens, cache: Object.fromEntries(cut) };
}

/** The axis of a cache that tokens are added to: the last whose size is open, the batch apart. */
function tokenAxis(input: OnnxValue | undefined): number | undefined {
  const axis = input?.dims?.findLastIndex((dim, at) => at > 0 && typeof dim !== 'number') ?? -1;
  return axis < 0 ? undefined : axis;
}

function cutAxis(tensor: Tensor, axis: number, size: number): Tensor {
  const data = tensor.data as Float32Array;
  const inner = tensor.dims.slice(axis + 1).reduce((product, dim) => product * dim, 1);
  const outer = tensor.dims.slice(0, axis).reduce((product, dim) => product * dim, 1);
  const whole = tensor.dims[axis]! * inner;
  const kept = size * inner;
  // Of whatever type its numbers are.
  const copy = data.slice(0, outer * kept);
  for (let block = 1; block < outer; block++)
    copy.set(data.subarray(block * whole, block * whole + kept), block * kept);
  const dims = tensor.dims.map((dim, at) => (at === axis ? size : dim));
  return new Tensor(tensor.type as 'float32', copy, dims);
}
