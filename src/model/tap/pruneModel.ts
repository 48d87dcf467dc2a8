import { BinaryReader } from '@bufbuild/protobuf/wire';
import { outerNames, usedNames } from '../onnx/graphIndex';
import type { Attribute, GraphSpec, NodeSpec } from '../onnx/graphSpec';
import type { OnnxGraph, OnnxNode } from '../onnx/onnxGraph';
import { readBytes, readText } from '../onnx/readWire';
import { writeAddition } from '../onnx/writeModel';
import { messageOf, splicedFields } from '../onnx/writeWire';

/**
 * The bytes of a model followed by `added`, and without the nodes and outputs that neither this nor
 * the outputs `kept` need. ONNX Runtime runs every node whatever is fetched (1.30), so that logits over a
 * vocabulary, made for each token and looked at by nobody, would cost a third of a run and most of its
 * memory. What stays is copied as it stands, once. `graph` is what was read from `bytes`; tensors, and inputs, that
 * `added` makes in its place are `made`.
 */
export function pruneModel(
  bytes: Uint8Array,
  graph: OnnxGraph,
  kept: ReadonlySet<string>,
  added: GraphSpec,
  made: ReadonlySet<string> = new Set(),
): Uint8Array {
  const needed = neededNodes(graph.nodes, [...kept, ...namesRead(added.nodes)], made);
  let node = 0;
  const pieces = splicedFields(bytes, (field, reader, wire) => {
    if (field !== 7) return undefined;
    const fields = splicedFields(readBytes(reader, wire), (inner, r, w) => {
      // Nodes come in the order in which they were read.
      if (inner === 1) return needed.has(graph.nodes[node++]!) ? undefined : [];
      if (inner === 11) return made.has(valueName(readBytes(r, w))) ? [] : undefined;
      if (inner === 12) return kept.has(valueName(readBytes(r, w))) ? undefined : [];
      return undefined;
    });
    return messageOf(7, fields);
  });
  return Buffer.concat([...pieces, writeAddition(added)]);
}

/** Tensors that nodes read, and what graphs inside them take from outside. */
function namesRead(nodes: readonly NodeSpec[]): string[] {
  const inner = (attribute: Attribute): Iterable<string> => {
    if (typeof attribute !== 'object') return [];
    if ('branch' in attribute) {
      const { branch, added } = attribute;
      return [...(branch.graph ? outerNames(branch.graph) : []), ...namesRead(added.nodes)];
    }
    return 'encoded' in attribute && attribute.graph ? outerNames(attribute.graph) : [];
  };
  const all = nodes.flatMap(({ inputs, attributes }) => [
    ...inputs,
    ...Object.values(attributes).flatMap((attribute) => [...inner(attribute)]),
  ]);
  return all.filter((name) => name !== '');
}

/** The nodes that make the tensors, and all that these need, but for what is `made` elsewhere. */
export function neededNodes(
  nodes: readonly OnnxNode[],
  wanted: readonly string[],
  made: ReadonlySet<string>,
): Set<OnnxNode> {
  const producer = new Map(nodes.flatMap((node) => node.outputs.map((name) => [name, node] as const)));
  const needed = new Set<OnnxNode>();
  const open = [...wanted];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const node = producer.get(name);
    if (!node || made.has(name) || needed.has(node)) continue;
    needed.add(node);
    open.push(...usedNames(node));
  }
  return needed;
}

function valueName(bytes: Uint8Array): string {
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const [field, wire] = reader.tag();
    if (field === 1) return readText(reader, wire);
    reader.skip(wire, field);
  }
  return '';
}
