import type { OnnxNode } from '../onnx/onnxGraph';
import type { GraphIndex } from '../onnx/graphIndex';
import type { Size } from './size';

/** Sizes of a tensor's axes; an axis that could not be told is `undefined`. */
export type Shape = readonly (Size | undefined)[];

/** What is known of a graph's tensors without running it. */
export interface Shapes {
  shape(name: string): Shape | undefined;
  /** The elements of a small integer tensor, row by row: shapes, axes, indices. */
  value(name: string): readonly (Size | undefined)[] | undefined;
}

/** A rule for the shapes of a node's outputs. */
export type ShapeRule = (node: OnnxNode, known: Shapes, index: GraphIndex) => (Shape | undefined)[];
