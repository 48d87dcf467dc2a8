import type { ResidualStream } from '../find/attentionLayer';
import { addNode, type GraphDraft } from '../onnx/graphDraft';
import { ElementType } from '../onnx/onnxGraph';

/** Adds a tensor of a residual stream as float32, as `name` where it is not, and returns the tensor. */
export function asState(
  draft: GraphDraft,
  tensor: string,
  { dtype }: Pick<ResidualStream, 'dtype'>,
  name: string,
): string {
  if (dtype === ElementType.float32) return tensor;
  return addNode(draft, 'Cast', name, [tensor], { attributes: { to: ElementType.float32 } });
}
