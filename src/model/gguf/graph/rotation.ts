import { addNode, floats, integers } from '../../onnx/graphDraft';
import { ElementType } from '../../onnx/onnxGraph';
import type { Rotation } from '../architectures/decoderSpec';
import type { GgufGraph } from './ggufGraph';
import { addVector } from './parts';

/** `[batch, queries, headSize / 2]`: cosine and sine of the angle by which each pair of a head is turned. */
export interface Turn {
  cos: string;
  sin: string;
}

/**
 * Cosine and sine of position × frequency, frequency i = base^(−2i / headSize), in float32. `name` tells several
 * rotations of a model apart.
 */
export function addRotation(
  graph: GgufGraph,
  name: string,
  { base, factor, frequencyFactors }: Rotation,
  headSize: number,
): Turn {
  const frequencies = Float32Array.from(
    { length: headSize / 2 },
    // float32 at each step, as transformers computes it.
    (_, i) => Math.fround(1 / Math.fround(Math.fround(base) ** Math.fround((2 * i) / headSize))) / factor,
  );
  let frequency = floats(graph, `${name}.frequencies`, frequencies, [headSize / 2]);
  if (frequencyFactors) {
    const factors = addVector(graph, frequencyFactors);
    frequency = addNode(graph, 'Div', `${name}.scaled_frequencies`, [frequency, factors]);
  }
  const real = addNode(graph, 'Cast', 'rotary.positions', ['position_ids'], {
    attributes: { to: ElementType.float32 },
  });
  const column = addNode(graph, 'Unsqueeze', 'rotary.positions.column', [real, integers(graph, -1)]);
  const angles = addNode(graph, 'Mul', `${name}.angles`, [column, frequency]);
  return {
    cos: addNode(graph, 'Cos', `${name}.cos`, [angles]),
    sin: addNode(graph, 'Sin', `${name}.sin`, [angles]),
  };
}
