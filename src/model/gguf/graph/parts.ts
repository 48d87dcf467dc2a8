import { addNode, floats } from '../../onnx/graphDraft';
import { ElementType } from '../../onnx/onnxGraph';
import type { DecoderSpec, Weighted } from '../architectures/decoderSpec';
import type { GgufTensor } from '../readGguf';
import { addView, type GgufGraph } from './ggufGraph';
import { addLinear, type Operand } from './weightNodes';

/** The values over their root mean square or deviation, times a weight; as they are where there is none. */
export function addNorm(
  graph: GgufGraph,
  { norms }: Pick<DecoderSpec, 'norms'>,
  name: string,
  input: string,
  norm: Weighted | null,
): string {
  if (!norm) return input;
  const { weight, bias } = norm;
  const op = norms.kind === 'rms' ? 'RMSNormalization' : 'LayerNormalization';
  const vectors = [weight, ...(bias ? [bias] : [])].map((tensor) => addVector(graph, tensor));
  return addNode(graph, op, name, [input, ...vectors], {
    attributes: { axis: -1, epsilon: { float: norms.epsilon } },
  });
}

/** What is projected, plus a bias; as it is where there is none. `heads` as for `addLinear`. */
export function addProjection(
  graph: GgufGraph,
  name: string,
  x: Operand,
  { weight, bias }: Weighted,
  heads: number | null = null,
): string {
  if (!bias) return addLinear(graph, name, x, weight, heads);
  const product = addLinear(graph, `${name}.product`, x, weight, heads);
  return addNode(graph, 'Add', name, [product, addVector(graph, bias, heads)]);
}

/** The values times a number; as they are where there is none. */
export function addScaled(graph: GgufGraph, name: string, input: string, scale: number | null): string {
  return scale === null ? input : addNode(graph, 'Mul', name, [input, constant(graph, scale)]);
}

/** cap × tanh(value / cap), so that none is larger; as they are where there is no bound. */
export function addSoftCap(graph: GgufGraph, name: string, input: string, cap: number | null): string {
  if (cap === null) return input;
  const share = addNode(graph, 'Div', `${name}.share`, [input, constant(graph, cap)]);
  const bent = addNode(graph, 'Tanh', `${name}.bent`, [share]);
  return addNode(graph, 'Mul', name, [bent, constant(graph, cap)]);
}

/** A tensor `[columns]`, float32, or `[rows, columns]` where there are several; `heads` as for `addLinear`. */
export function addVector(graph: GgufGraph, tensor: GgufTensor, heads: number | null = null): string {
  const { name, rows, columns } = tensor;
  const shape = rows === 1 ? [columns] : [rows, columns];
  // Its values stand for rows of the matrix, and are put back in order as those are.
  const stored = heads === null ? tensor : { ...tensor, rows: columns, columns: 1 };
  return addView(graph, stored, { part: 'plain', name, type: ElementType.float32, shape }, heads);
}

function constant(graph: GgufGraph, value: number): string {
  return floats(graph, `constant.${value}`, Float32Array.of(value), []);
}
