import type { OnnxNode } from '../../onnx/onnxGraph';
import { tensorValues } from '../../onnx/readTensor';
import { KEEPS_WEIGHTS } from './keepsWeights';
import type { KnownGraph } from './matcher';

/** Steps of 8 bits from 0 to 1, which a scale that is worked out at run time does not exceed. */
const BY_RANGE = 1 / 255;

/** How coarse weights are that a product reads in 8 bits; `undefined` where they are not rounded. */
export function roundingStep(operand: string, product: OnnxNode, graph: KnownGraph): number | undefined {
  const { producer, initializers } = graph.index;
  const scaleOf = (name: string): number => {
    const tensor = initializers.get(name);
    return Math.max(...((tensor && tensorValues(tensor)) ?? [BY_RANGE]));
  };
  if (product.opType === 'QLinearMatMul')
    return scaleOf(product.inputs[product.inputs.indexOf(operand) + 1] ?? '');
  let maker = producer.get(operand);
  while (maker && KEEPS_WEIGHTS.has(maker.opType)) maker = producer.get(maker.inputs[0] ?? '');
  return maker?.opType === 'DequantizeLinear' ? scaleOf(maker.inputs[1] ?? '') : undefined;
}
