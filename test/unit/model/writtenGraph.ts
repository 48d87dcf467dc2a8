import { integerTensor } from '../../../src/model/onnx/graphDraft';
import { plainNode, type NodeSpec, type TensorSpec } from '../../../src/model/onnx/graphSpec';
import { ElementType, type OnnxGraph } from '../../../src/model/onnx/onnxGraph';
import { readGraph } from '../../../src/model/onnx/readGraph';
import { writeModel } from '../../../src/model/onnx/writeModel';

/** Version of the standard operators in the graphs of the tests. */
export const OPSET = 17;

/** A float32 tensor of zeros, for graphs that are read and not run. */
export const weights = (name: string, ...shape: number[]): TensorSpec => ({
  name,
  type: ElementType.float32,
  shape,
  data: { bytes: new Uint8Array(4 * shape.reduce((a, b) => a * b, 1)) },
});

/**
 * What is fed: hidden states [batch, seq, 12], a mask [batch, 1, 1, seq], a cache [batch, 3, past, 4], ids, a
 * picture [batch, colours, rows, columns], states laid out as [batch, rows, columns, 12], and a place.
 */
const inputs = [
  { name: 'x', type: ElementType.float32, shape: ['batch', 'seq', 12] },
  { name: 'mask', type: ElementType.float32, shape: ['batch', 1, 1, 'seq'] },
  { name: 'past', type: ElementType.float32, shape: ['batch', 3, 'past', 4] },
  { name: 'picture', type: ElementType.float32, shape: ['batch', 3, 8, 8] },
  { name: 'grid', type: ElementType.float32, shape: ['batch', 5, 7, 12] },
  { name: 'ids', type: ElementType.int64, shape: ['batch', 'seq'] },
  { name: 'place', type: ElementType.int64, shape: [1] },
];

/** A graph of these nodes, written and read again; the last node gives its output. */
export function writtenGraph(nodes: readonly NodeSpec[], tensors: readonly TensorSpec[] = []): OnnxGraph {
  const outputs = [{ name: nodes.at(-1)!.outputs[0]!, type: ElementType.float32 }];
  const producer = { name: 'test', version: '1' };
  return readGraph(
    writeModel({ name: 'g', producer, opsets: { '': OPSET }, nodes, tensors, inputs, outputs }),
  );
}

/** Queries, keys or values of 3 heads with 4 features each, [batch, heads, seq, 4]. */
export const heads = (name: string): NodeSpec[] => [
  plainNode('MatMul', ['x', `${name}.weight`], `${name}.flat`),
  plainNode('Reshape', [`${name}.flat`, 'split'], `${name}.apart`),
  plainNode('Transpose', [`${name}.apart`], name, { perm: [0, 2, 1, 3] }),
];

/** Scores [batch, heads, queries, keys]. */
export const scores = [
  ...heads('q'),
  ...heads('k'),
  plainNode('Transpose', ['k'], 'turned', { perm: [0, 1, 3, 2] }),
  plainNode('MatMul', ['q', 'turned'], 'scores'),
];

export const headTensors = [
  weights('q.weight', 12, 12),
  weights('k.weight', 12, 12),
  weights('v.weight', 12, 12),
  integerTensor('split', [0, 0, 3, 4]),
];
