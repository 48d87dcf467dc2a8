import { addNode, integers, type GraphDraft } from '../onnx/graphDraft';
import { LOGITS } from '../find/outputLayer';
import { copiedNode } from '../onnx/graphSpec';
import { indexGraph, type GraphIndex } from '../onnx/graphIndex';
import { ElementType, opsetOf, type OnnxGraph, type OnnxNode } from '../onnx/onnxGraph';
import { gateName } from './gateName';

/** Operators that work on each number by itself, or with constants. */
const ELEMENTWISE = new Set(['Add', 'Sub', 'Mul', 'Div', 'Cast', 'Tanh', 'Identity', 'Neg']);

/** Products of what is fed (the first input) with weights. */
const PRODUCTS = new Set(['MatMul', 'MatMulNBits']);

/** With more nodes than this between the last product and the logits, it is not an output layer. */
const MOST_NODES = 40;

/**
 * Adds the logits after the last query alone, float32 `[batch, 1, vocabulary]`, and returns the tensor. The output
 * layer is copied and fed the last row: the graph's own is the costliest product of a run, and all of its rows but
 * the last are of no use. Where the gate is shut, the copy is fed no row either. `null` where the graph has no
 * logits, or makes them in another way.
 */
export function nextLogits(draft: GraphDraft, graph: OnnxGraph): string | null {
  const logits = graph.outputs.find(({ name }) => name === LOGITS);
  if (!logits || (logits.dims && logits.dims.length !== 3)) return null;
  const index = indexGraph(graph, opsetOf(graph));
  const copied = copyHead(index, logits.name);
  if (!copied) return null;
  const named = (tensor: string) => `${draft.prefix}next/${tensor}`;
  const gate = gateName(draft.prefix, named('float'));
  for (const cut of copied.cuts) {
    const inputs = [cut, integers(draft, -1)];
    const last = addNode(draft, 'Gather', `next/last/${cut}`, inputs, { attributes: { axis: 1 } });
    addNode(draft, 'Tile', `next/${cut}`, [last, gate]);
  }
  const inside = new Set([...copied.cuts, ...copied.nodes.flatMap(({ outputs }) => outputs)]);
  for (const node of copied.nodes) {
    const spec = copiedNode(node);
    const inputs = spec.inputs.map((input) => (inside.has(input) ? named(input) : input));
    addNode(draft, spec.op, `next/${node.outputs[0]}`, inputs, spec);
  }
  return addNode(draft, 'Cast', 'next/float', [named(LOGITS)], { attributes: { to: ElementType.float32 } });
}

/** The nodes from the last products to the logits, in the order in which they run, and what they are fed. */
function copyHead(
  { producer, constants }: GraphIndex,
  logits: string,
): { nodes: OnnxNode[]; cuts: Set<string> } | null {
  const nodes: OnnxNode[] = [];
  const cuts = new Set<string>();
  const seen = new Set<string>();
  const visit = (tensor: string): boolean => {
    if (constants.has(tensor) || seen.has(tensor)) return true;
    seen.add(tensor);
    const node = producer.get(tensor);
    const [data = '', ...others] = node?.inputs ?? [];
    if (!node || seen.size > MOST_NODES) return false;
    if (PRODUCTS.has(node.opType)) {
      if (constants.has(data) || !others.every((input) => input === '' || constants.has(input))) return false;
      cuts.add(data);
    } else if (!ELEMENTWISE.has(node.opType) || !node.inputs.every(visit)) return false;
    nodes.push(node);
    return true;
  };
  return visit(logits) && cuts.size > 0 ? { nodes, cuts } : null;
}
