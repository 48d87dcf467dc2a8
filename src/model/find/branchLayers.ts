import { newDraft, partOf } from '../onnx/graphDraft';
import type { BranchSpec, NodeSpec, ValueSpec } from '../onnx/graphSpec';
import { ElementType, type OnnxAttribute, type OnnxNode, type OnnxSubgraph } from '../onnx/onnxGraph';
import type { AttentionLayer, MapSource } from './attentionLayer';
import { canonicalMap } from './canonicalMap';
import { MAP_AXES } from './matchers/fusedNode';
import { unmappable } from './unmappable';

/** What a graph is read with. */
export interface FindOptions {
  /** Version of the standard operators. */
  opset: number;
  /** No name in the model begins with it. */
  prefix: string;
  /** The graph around this one, where it stands inside another. */
  around?: OnnxSubgraph;
}

/** Operators without which there is no attention. */
const NORMALIZERS = /Softmax|Sigmoid|Div|Attention|Reciprocal/;

/**
 * The attention inside a node's own graphs. For an If whose branches hold the same layers, as merged
 * decoders have it, a second If with the same branches gives their maps; whichever branch a run takes
 * gives them. Throws `bad-model` for attention in other graphs: a loop's body gives no inner tensor.
 */
export function branchLayers(
  node: OnnxNode,
  options: FindOptions,
  find: (graph: OnnxSubgraph, options: FindOptions) => AttentionLayer[],
): AttentionLayer[] {
  const branches = [...node.attributes.values()].flatMap((attribute): Branch[] =>
    attribute.graph ? [{ attribute, graph: attribute.graph }] : [],
  );
  if (!branches.some(({ graph }) => mayAttend(graph))) return [];
  const layers = branches.map(({ graph }) => find(graph, options));
  if (layers.every((list) => list.length === 0)) return [];
  if (node.opType !== 'If')
    throw unmappable({ node, why: 'its inner graph holds attention and gives none of it' });
  const [first = [], second = []] = layers;
  const name = ({ stack, index, rowSum }: AttentionLayer): string => `${stack}.${index} ${rowSum}`;
  if (first.map(name).join() !== second.map(name).join()) {
    throw unmappable({ node, why: 'its branches hold unlike attention' });
  }
  const prefix = `${options.prefix}${node.outputs.find((output) => output !== '') ?? node.name}/`;
  const outputs = first.map(({ stack, index }) => `${prefix}${stack}.${index}`);
  const added: NodeSpec = {
    op: 'If',
    domain: '',
    inputs: node.inputs,
    outputs,
    attributes: Object.fromEntries(
      branches.map((branch, i) => [branch.attribute.name, tappedBranch(branch, layers[i]!, options)]),
    ),
  };
  return first.map((layer, i): AttentionLayer => {
    const source: MapSource = {
      tensor: outputs[i]!,
      dtype: ElementType.float32,
      axes: MAP_AXES,
      added: { nodes: [added], tensors: [] },
    };
    return { ...layer, node: layer.node || node.name, source, values: null, stream: null };
  });
}

interface Branch {
  attribute: OnnxAttribute;
  graph: OnnxSubgraph;
}

function mayAttend(graph: OnnxSubgraph): boolean {
  return graph.nodes.some(
    ({ opType, attributes }) =>
      NORMALIZERS.test(opType) || [...attributes.values()].some((a) => a.graph && mayAttend(a.graph)),
  );
}

/** A branch that gives the maps of its layers in place of its own outputs. */
function tappedBranch(
  { attribute, graph }: Branch,
  layers: readonly AttentionLayer[],
  { prefix, around }: FindOptions,
): BranchSpec {
  const outer = new Set(around?.nodes.flatMap(({ outputs }) => outputs));
  const taken = graph.nodes.flatMap(({ outputs }) => outputs.filter((name) => outer.has(name)));
  const own = `${prefix}${attribute.name}/`;
  const draft = newDraft(own);
  const outputs = layers.map(({ source, stack, index }): ValueSpec => {
    return { name: canonicalMap(draft, source, `${stack}.${index}`), type: ElementType.float32 };
  });
  return {
    branch: attribute,
    renamed: new Map(taken.map((name) => [name, `${own}${name}`])),
    added: partOf(draft),
    outputs,
  };
}
