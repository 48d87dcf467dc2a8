import { BinaryReader, BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { type OnnxGraph, type OnnxNode } from '../onnx/onnxGraph';
import { readBytes, readText } from '../onnx/readWire';
import { usedNames } from '../onnx/graphIndex';

/**
 * The bytes of a model without the nodes and outputs that the tensors `wanted` do not need, and `append`
 * behind them. ONNX Runtime runs every node whatever is fetched (1.30), so that logits over a vocabulary,
 * made for each token and looked at by nobody, would cost a third of a run and most of its memory.
 * What stays is copied as it stands, once. `graph` is what was read from `bytes`.
 */
export function pruneModel(
  bytes: Uint8Array,
  graph: OnnxGraph,
  wanted: ReadonlySet<string>,
  append: Uint8Array,
): Uint8Array {
  const needed = neededNodes(graph.nodes, wanted);
  let node = 0;
  const pieces = keptFields(bytes, (field, reader, wire) => {
    if (field !== 7) return undefined;
    const kept = keptFields(readBytes(reader, wire), (inner, r, w) => {
      // Nodes come in the order in which they were read.
      if (inner === 1) return needed.has(graph.nodes[node++]!) ? undefined : [];
      if (inner === 12) return wanted.has(outputName(readBytes(r, w))) ? undefined : [];
      return undefined;
    });
    const length = kept.reduce((sum, piece) => sum + piece.length, 0);
    return [new BinaryWriter().tag(7, WireType.LengthDelimited).uint32(length).finish(), ...kept];
  });
  return Buffer.concat([...pieces, append]);
}

/** Nodes that the tensors are made by, and what those are made of. */
function neededNodes(nodes: readonly OnnxNode[], wanted: ReadonlySet<string>): Set<OnnxNode> {
  const producer = new Map(nodes.flatMap((node) => node.outputs.map((name) => [name, node] as const)));
  const needed = new Set<OnnxNode>();
  const open = [...wanted];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const node = producer.get(name);
    if (!node || needed.has(node)) continue;
    needed.add(node);
    open.push(...usedNames(node));
  }
  return needed;
}

/**
 * Fields of a message as slices of its bytes, those in a row as one. `replace` gives what to put in a
 * field's place, or `undefined` to keep it.
 */
function keptFields(
  bytes: Uint8Array,
  replace: (field: number, reader: BinaryReader, wire: WireType) => Uint8Array[] | undefined,
): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  const reader = new BinaryReader(bytes);
  let from = 0;
  while (reader.pos < reader.len) {
    const start = reader.pos;
    const [field, wire] = reader.tag();
    const body = reader.pos;
    const replacement = replace(field, reader, wire);
    if (reader.pos === body) reader.skip(wire, field);
    if (!replacement) continue;
    pieces.push(bytes.subarray(from, start), ...replacement);
    from = reader.pos;
  }
  return [...pieces, bytes.subarray(from)];
}

function outputName(bytes: Uint8Array): string {
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const [field, wire] = reader.tag();
    if (field === 1) return readText(reader, wire);
    reader.skip(wire, field);
  }
  return '';
}
