import { addNode, floats, integers } from '../../onnx/graphDraft';
import { ElementType } from '../../onnx/onnxGraph';
import type { Rotation } from '../architectures/decoderSpec';
import type { GgufGraph } from './ggufGraph';
import { addScaled, addVector } from './parts';

/** `[batch, queries, pairs]`: cosine and sine of the angle by which each pair of values of a head is turned. */
export interface Turn {
  cos: string;
  sin: string;
  /** Values of a head that are turned, its first ones. */
  size: number;
}

/** Cosine and sine of position × frequency, in float32. `name` tells several rotations of a model apart. */
export function addRotation(
  graph: GgufGraph,
  name: string,
  { frequencies, divisors, magnitude }: Rotation,
): Turn {
  let frequency = floats(graph, `${name}.frequencies`, frequencies, [frequencies.length]);
  if (divisors) {
    frequency = addNode(graph, 'Div', `${name}.scaled_frequencies`, [frequency, addVector(graph, divisors)]);
  }
  const real = addNode(graph, 'Cast', 'rotary.positions', ['position_ids'], {
    attributes: { to: ElementType.float32 },
  });
  const column = addNode(graph, 'Unsqueeze', 'rotary.positions.column', [real, integers(graph, -1)]);
  const angles = addNode(graph, 'Mul', `${name}.angles`, [column, frequency]);
  const scale = magnitude === 1 ? null : magnitude;
  return {
    cos: addScaled(graph, `${name}.cos.scaled`, addNode(graph, 'Cos', `${name}.cos`, [angles]), scale),
    sin: addScaled(graph, `${name}.sin.scaled`, addNode(graph, 'Sin', `${name}.sin`, [angles]), scale),
    size: 2 * frequencies.length,
  };
}
