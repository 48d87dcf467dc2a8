import type { ResidualStream } from '../find/residualStream';
import { addNode, type GraphDraft } from '../onnx/graphDraft';
import { ElementType } from '../onnx/onnxGraph';

/** Adds the states after a layer as float32 `[batch, queries, hidden]`, and returns the tensor. */
export function stateAfter(draft: GraphDraft, { after, dtype }: ResidualStream, name: string): string {
  if (dtype === ElementType.float32) return after;
  return addNode(draft, 'Cast', `${name}/state`, [after], { attributes: { to: ElementType.float32 } });
}
