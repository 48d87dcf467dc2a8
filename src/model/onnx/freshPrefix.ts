import type { OnnxSubgraph } from './onnxGraph';

/** A prefix that no name in the graph, or in graphs inside it, begins with. */
export function freshPrefix(graph: OnnxSubgraph): string {
  const names = namesIn(graph);
  for (let n = 0; ; n++) {
    const prefix = n === 0 ? 'attnscope/' : `attnscope${n}/`;
    if (![...names].some((name) => name.startsWith(prefix))) return prefix;
  }
}

/** All names in the graph and in graphs inside it. */
export function namesIn(graph: OnnxSubgraph): Set<string> {
  const names = new Set<string>();
  collect(graph, names);
  return names;
}

function collect(graph: OnnxSubgraph, into: Set<string>): void {
  for (const name of graph.initializers.keys()) into.add(name);
  for (const value of [...graph.inputs, ...graph.outputs]) into.add(value.name);
  for (const node of graph.nodes) {
    into.add(node.name);
    for (const name of [...node.inputs, ...node.outputs]) into.add(name);
    for (const attribute of node.attributes.values()) if (attribute.graph) collect(attribute.graph, into);
  }
}
