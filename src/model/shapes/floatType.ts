import { ElementType, type OnnxNode } from '../onnx/onnxGraph';
import { intAttribute } from '../onnx/attributes';
import type { GraphIndex } from '../onnx/graphIndex';

const FARTHEST = 400;

const FLOATS: ReadonlySet<number | undefined> = new Set([
  ElementType.float32,
  ElementType.float16,
  ElementType.float64,
  ElementType.bfloat16,
]);

/**
 * The element type of a tensor of floating-point numbers, as the nodes before it tell; `undefined` where they do
 * not.
 */
export function floatType(tensor: string, index: GraphIndex): number | undefined {
  let open = [tensor];
  const seen = new Set<string>();
  while (open.length > 0 && seen.size < FARTHEST) {
    const next: string[] = [];
    for (const name of open) {
      if (seen.has(name)) continue;
      seen.add(name);
      const stated =
        index.initializers.get(name)?.dataType ??
        index.inputs.get(name)?.dtype ??
        index.values.get(name)?.dtype;
      if (FLOATS.has(stated)) return stated;
      const node = index.producer.get(name);
      const made = node && madeType(node);
      if (FLOATS.has(made)) return made;
      if (node) next.push(...carriers(node));
    }
    open = next;
  }
  return undefined;
}

/** The type that an operator makes, whatever it reads. */
function madeType(node: OnnxNode): number | undefined {
  switch (node.opType) {
    case 'Cast':
      return intAttribute(node, 'to', ElementType.float32);
    case 'Constant':
      return node.attributes.get('value')?.tensor?.dataType;
    case 'MatMulIntegerToFloat':
    case 'DynamicQuantizeMatMul':
      return ElementType.float32;
    default:
      return undefined;
  }
}

/** The inputs that have the type of the output. */
function carriers(node: OnnxNode): string[] {
  const at = (...positions: number[]): string[] => positions.flatMap((i) => node.inputs[i] ?? []);
  switch (node.opType) {
    case 'Where':
      return at(1, 2);
    case 'Gather':
    case 'Reshape':
    case 'Expand':
    case 'Unsqueeze':
    case 'Squeeze':
    case 'Slice':
    case 'Split':
    case 'Pad':
    case 'Transpose':
    case 'Softmax':
      return at(0);
    case 'DequantizeLinear':
      return at(1);
    case 'MatMulNBits':
      return at(0);
    case 'MatMulInteger':
    case 'ConvInteger':
    case 'QLinearMatMul':
    case 'QLinearSoftmax':
    case 'QuantizeLinear':
    case 'DynamicQuantizeLinear':
      return [];
    case 'EmbedLayerNormalization':
    case 'GatherBlockQuantized':
      return at(2);
    default:
      return at(0, 1);
  }
}
