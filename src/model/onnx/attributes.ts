import type { OnnxNode } from './onnxGraph';

/** An integer attribute, or the operator's default. */
export function intAttribute(node: OnnxNode, name: string, standard: number): number {
  return node.attributes.get(name)?.int ?? standard;
}

/** A list of integers; `undefined` where the node does not have it. */
export function intsAttribute(node: OnnxNode, name: string): readonly number[] | undefined {
  return node.attributes.get(name)?.ints;
}

/** An axis counted from the end made to count from the start. */
export function axisFrom(axis: number, rank: number): number {
  return axis < 0 ? axis + rank : axis;
}
