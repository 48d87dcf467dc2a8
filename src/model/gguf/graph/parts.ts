import { addNode, floats } from '../../onnx/graphDraft';
import { ElementType } from '../../onnx/onnxGraph';
import type { DecoderSpec } from '../architectures/decoderSpec';
import type { GgufTensor } from '../readGguf';
import { addView, type GgufGraph } from './ggufGraph';

/** The values over their root mean square, times a weight; as they are where there is none. */
export function addNorm(
  graph: GgufGraph,
  { normEpsilon }: Pick<DecoderSpec, 'normEpsilon'>,
  name: string,
  input: string,
  weight: GgufTensor | null,
): string {
  if (!weight) return input;
  return addNode(graph, 'RMSNormalization', name, [input, addVector(graph, weight)], {
    attributes: { axis: -1, epsilon: { float: normEpsilon } },
  });
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

/** A tensor `[columns]`, float32. */
export function addVector(graph: GgufGraph, tensor: GgufTensor): string {
  return addView(
    graph,
    tensor,
    { part: 'plain', name: tensor.name, type: ElementType.float32, shape: [tensor.columns] },
    null,
  );
}

function constant(graph: GgufGraph, value: number): string {
  return floats(graph, `constant.${value}`, Float32Array.of(value), []);
}
