import { AttnscopeError } from '../../protocol/errors';
import { sentence } from '../../protocol/sentence';
import type { OnnxAttribute, OnnxFunction, OnnxGraph, OnnxNode } from './onnxGraph';

/** A graph whose calls of functions are written out, and the nodes that the file does not have as such. */
export interface InlinedGraph {
  graph: OnnxGraph;
  /** Nodes of written-out calls; to use what is inside one, they are appended. */
  written: ReadonlySet<OnnxNode>;
}

/** More nodes than this are taken for an attack: functions that call functions double at each step. */
const MOST_NODES = 200_000;

/**
 * Writes out calls of functions that the file itself defines. Tensors inside a call get names under
 * `prefix`; its outputs keep theirs, so that the call's real node gives them.
 */
export function inlineFunctions(graph: OnnxGraph, prefix: string): InlinedGraph {
  const functions = new Map(graph.functions.map((f) => [`${f.domain}:${f.name}`, f]));
  const written = new Set<OnnxNode>();
  if (functions.size === 0) return { graph, written };
  let calls = 0;
  const nodes: OnnxNode[] = [];
  const open = [...graph.nodes].reverse();
  for (let node = open.pop(); node; node = open.pop()) {
    const called = functions.get(`${node.domain}:${node.opType}`);
    if (!called) {
      nodes.push(node);
      continue;
    }
    const body = writeOut(called, node, `${prefix}call${calls++}/`);
    for (const inner of body) written.add(inner);
    if (written.size > MOST_NODES) {
      throw new AttnscopeError('bad-model', [
        sentence(
          'The model file cannot be used: its functions call one another without end. Export the model again.',
        ),
      ]);
    }
    open.push(...body.reverse());
  }
  return { graph: { ...graph, nodes, functions: [] }, written };
}

function writeOut(called: OnnxFunction, call: OnnxNode, prefix: string): OnnxNode[] {
  const names = new Map<string, string>();
  called.inputs.forEach((name, i) => names.set(name, call.inputs[i] ?? ''));
  const rename = (name: string): string => (name === '' ? '' : (names.get(name) ?? prefix + name));
  const results = new Map(called.outputs.map((name, i) => [name, call.outputs[i] ?? ''] as const));
  const copies = called.nodes.map((node) => ({
    ...node,
    name: prefix + node.name,
    inputs: node.inputs.map(rename),
    outputs: node.outputs.map(rename),
    attributes: passedOn(node, call, called),
  }));
  // A result has two names: inside, where written-out nodes use it, and the one that the call's node gives.
  const identities = [...results].flatMap(([inside, outside]): OnnxNode[] =>
    outside
      ? [
          {
            name: prefix,
            opType: 'Identity',
            domain: '',
            inputs: [rename(inside)],
            outputs: [outside],
            attributes: new Map(),
          },
        ]
      : [],
  );
  return [...copies, ...identities];
}

/** A node's attributes, those that refer to the caller's replaced by them. */
function passedOn(node: OnnxNode, call: OnnxNode, called: OnnxFunction): Map<string, OnnxAttribute> {
  const result = new Map<string, OnnxAttribute>();
  for (const [name, attribute] of node.attributes) {
    const { refersTo } = attribute;
    const own =
      refersTo === undefined ? attribute : (call.attributes.get(refersTo) ?? called.defaults.get(refersTo));
    if (own === attribute) result.set(name, attribute);
    else if (own) result.set(name, { ...own, name });
  }
  return result;
}
