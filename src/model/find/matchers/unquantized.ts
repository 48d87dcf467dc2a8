import { ElementType, type OnnxNode } from '../../onnx/onnxGraph';
import { type NodeSpec, plainNode } from '../../onnx/graphSpec';
import type { KnownGraph } from './matcher';

export interface PlainTensor {
  tensor: string;
  /** Set where the node that makes it fixes the type. */
  dtype?: number;
  nodes: NodeSpec[];
}

/** The operand of a product as real numbers, where the product itself computes on 8-bit ones. */
export function unquantized(
  operand: string,
  node: OnnxNode,
  side: 'left' | 'right',
  graph: KnownGraph,
): PlainTensor | undefined {
  const { producer } = graph.index;
  switch (node.opType) {
    case 'QLinearMatMul': {
      const at = side === 'left' ? 1 : 4;
      const tensor = `${graph.prefix}${operand}`;
      const inputs = [operand, node.inputs[at] ?? '', node.inputs[at + 1] ?? ''];
      const nodes = [plainNode('DequantizeLinear', inputs, tensor)];
      return { tensor, dtype: ElementType.float32, nodes };
    }
    case 'MatMulInteger':
    case 'MatMulIntegerToFloat': {
      const maker = producer.get(operand);
      const quantizes = maker?.opType === 'DynamicQuantizeLinear' || maker?.opType === 'QuantizeLinear';
      return quantizes ? { tensor: maker.inputs[0] ?? '', nodes: [] } : undefined;
    }
    default:
      return { tensor: operand, nodes: [] };
  }
}
