import { indexGraph } from '../onnx/graphIndex';
import { opsetOf, type OnnxGraph } from '../onnx/onnxGraph';

/** The name that exporters give to the scores of the next token, `[batch, queries, vocabulary]`. */
export const LOGITS = 'logits';

/** Operators that work on each number by itself. */
const ELEMENTWISE = new Set(['Add', 'Sub', 'Mul', 'Div', 'Cast', 'Identity', 'Neg']);

/**
 * The logits as the output matrix gives them: those of the model, or, where it bends them so that none is larger than a
 * cap (`cap · tanh(x / cap)`), what is bent. `null` where the graph has none.
 */
export function plainLogits(graph: OnnxGraph): string | null {
  if (!graph.outputs.some(({ name }) => name === LOGITS)) return null;
  const { producer, activations } = indexGraph(graph, opsetOf(graph));
  const before = (tensor: string) =>
    producer.get(tensor)?.inputs.filter((name) => activations.has(name)) ?? [];
  let bent = LOGITS;
  for (let steps = 0; steps < 6; steps++) {
    const node = producer.get(bent);
    const [data = '', ...others] = before(bent);
    if (!node || data === '' || others.length > 0) return LOGITS;
    bent = data;
    if (node.opType === 'Tanh') return bent;
    if (!ELEMENTWISE.has(node.opType)) return LOGITS;
  }
  return LOGITS;
}
