import { addNode, type GraphDraft } from '../onnx/graphDraft';
import { ElementType } from '../onnx/onnxGraph';

/** Adds `[count]` floats of 1/count; `count` is a tensor of one int64. What is added is named after `name`. */
export function evenShares(draft: GraphDraft, count: string, name: string): string {
  const float = addNode(draft, 'Cast', `${name}/float`, [count], { attributes: { to: ElementType.float32 } });
  const share = addNode(draft, 'Reciprocal', `${name}/share`, [float]);
  return addNode(draft, 'Tile', `${name}/shares`, [share, count]);
}
