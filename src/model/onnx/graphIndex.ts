import { AttnscopeError } from '../../protocol/errors';
import { sentence } from '../../protocol/sentence';
import type { OnnxNode, OnnxSubgraph, OnnxTensor, OnnxValue } from './onnxGraph';

/** A graph made ready for walking: who makes and who uses each tensor, in the order it runs. */
export interface GraphIndex {
  /** Each node after those whose outputs it uses; otherwise in the file's order. */
  nodes: readonly OnnxNode[];
  producer: ReadonlyMap<string, OnnxNode>;
  consumers: ReadonlyMap<string, readonly OnnxNode[]>;
  position: ReadonlyMap<OnnxNode, number>;
  initializers: ReadonlyMap<string, OnnxTensor>;
  /** What is fed when the model runs. */
  inputs: ReadonlyMap<string, OnnxValue>;
  /** Types that the file states for inner tensors. */
  values: ReadonlyMap<string, OnnxValue>;
  /** Tensors that depend on what is fed, by more than its shape. */
  activations: ReadonlySet<string>;
  /** Tensors made of nothing but weights and constants. */
  constants: ReadonlySet<string>;
  /** Version of the standard operators. */
  opset: number;
}

const indexed = new WeakMap<OnnxSubgraph, GraphIndex>();

/** Makes a graph ready for walking; a graph that was indexed before is not walked again. */
export function indexGraph(graph: OnnxSubgraph, opset: number): GraphIndex {
  let index = indexed.get(graph);
  if (index?.opset !== opset) indexed.set(graph, (index = readIndex(graph, opset)));
  return index;
}

function readIndex(graph: OnnxSubgraph, opset: number): GraphIndex {
  const producer = new Map<string, OnnxNode>();
  for (const node of graph.nodes) for (const name of node.outputs) if (name) producer.set(name, node);
  const consumers = new Map<string, OnnxNode[]>();
  for (const node of graph.nodes) {
    for (const name of usedNames(node)) {
      const list = consumers.get(name);
      if (list) list.push(node);
      else consumers.set(name, [node]);
    }
  }
  const nodes = inOrder(graph.nodes, producer);
  const inputs = new Map(graph.inputs.filter((i) => !graph.initializers.has(i.name)).map((i) => [i.name, i]));
  const values = new Map([...graph.values, ...graph.outputs.map((o) => [o.name, o] as const)]);
  return {
    nodes,
    producer,
    consumers,
    position: new Map(nodes.map((node, i) => [node, i])),
    initializers: graph.initializers,
    inputs,
    values,
    activations: activations(nodes, inputs),
    constants: constants(nodes, graph.initializers),
    opset,
  };
}

const used = new WeakMap<OnnxNode, string[]>();

/** Names a node reads: its inputs, and what graphs inside it take from outside. */
export function usedNames(node: OnnxNode): readonly string[] {
  let names = used.get(node);
  if (!names) {
    const all = new Set(node.inputs);
    for (const attribute of node.attributes.values()) {
      if (attribute.graph) for (const name of outerNames(attribute.graph)) all.add(name);
    }
    all.delete('');
    names = [...all];
    used.set(node, names);
  }
  return names;
}

/** What a graph takes from outside. */
export function outerNames(graph: OnnxSubgraph): Set<string> {
  const inner = new Set([...graph.inputs.map((i) => i.name), ...graph.initializers.keys()]);
  for (const node of graph.nodes) for (const name of node.outputs) inner.add(name);
  const outer = new Set(graph.outputs.map((o) => o.name));
  for (const node of graph.nodes) for (const name of usedNames(node)) outer.add(name);
  for (const name of inner) outer.delete(name);
  return outer;
}

/** Topological order, without recursion: a hostile file may chain a million nodes. */
function inOrder(nodes: readonly OnnxNode[], producer: ReadonlyMap<string, OnnxNode>): OnnxNode[] {
  const state = new Map<OnnxNode, 'open' | 'done'>();
  const order: OnnxNode[] = [];
  for (const root of nodes) {
    const stack = [root];
    for (let node = stack.at(-1); node; node = stack.at(-1)) {
      if (state.get(node) === 'done') {
        stack.pop();
        continue;
      }
      const waiting = usedNames(node).flatMap((name) => {
        const before = producer.get(name);
        return before && state.get(before) !== 'done' ? [before] : [];
      });
      if (waiting.length === 0) {
        stack.pop();
        state.set(node, 'done');
        order.push(node);
        continue;
      }
      if (state.get(node) === 'open') {
        throw new AttnscopeError('bad-model', [
          sentence(
            'The model file cannot be used: its graph has a cycle, so no order of running it exists. Export the model again.',
          ),
        ]);
      }
      state.set(node, 'open');
      stack.push(...waiting);
    }
  }
  return order;
}

/** Operators whose result tells the shape of what they read, not its values. */
export const SHAPE_ONLY = new Set(['Shape', 'Size', 'ConstantOfShape', 'EyeLike']);

function activations(nodes: readonly OnnxNode[], inputs: ReadonlyMap<string, OnnxValue>): Set<string> {
  const found = new Set(inputs.keys());
  for (const node of nodes) {
    if (SHAPE_ONLY.has(node.opType) || !usedNames(node).some((name) => found.has(name))) continue;
    // A scale and a zero point that are worked out at run time say how numbers are written, not what they are.
    const outputs = node.opType === 'DynamicQuantizeLinear' ? node.outputs.slice(0, 1) : node.outputs;
    for (const name of outputs) if (name) found.add(name);
  }
  return found;
}

function constants(nodes: readonly OnnxNode[], initializers: ReadonlyMap<string, OnnxTensor>): Set<string> {
  const found = new Set(initializers.keys());
  for (const node of nodes) {
    if (usedNames(node).every((name) => found.has(name))) for (const name of node.outputs) found.add(name);
  }
  return found;
}
