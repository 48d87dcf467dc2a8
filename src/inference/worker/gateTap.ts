import { BinaryReader, BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { ElementType } from '../../model/onnx/onnxGraph';
import { readBytes, readMessage, readText } from '../../model/onnx/readWire';

/** A tap of which each run computes and keeps only the outputs asked for. */
export interface GatedTap {
  /** Bytes to append to the model in place of the tap's own. */
  append: Uint8Array;
  /** Input that says which outputs are wanted: bool `[outputs]`, in the order of `gates`. */
  input: string;
  /** From an output of the tap to the name under which a run gives it; empty tensors where not asked for. */
  gates: ReadonlyMap<string, string>;
}

/**
 * Puts each output of a tap behind an If. ONNX Runtime runs every node and keeps every graph output to
 * the end of a run, fetched or not (1.30), so that all maps would stand in memory at once; the branch
 * of an If that is not taken costs nothing. `prefix` begins no name of the model or the tap. Field
 * numbers are those of onnx.proto.
 */
export function gateTap(append: Uint8Array, prefix: string): GatedTap {
  const outputs: { name: string; type: number }[] = [];
  const input = `${prefix}asked`;
  const gate = (place: number) => `${prefix}${place}`;
  const model = new BinaryWriter();
  copyFields(append, model, (field, reader, wire) => {
    if (field !== 7) return false;
    const graph = readBytes(reader, wire);
    message(model, 7, () => {
      copyFields(graph, model, (inner, r, w) => {
        if (inner === 12) outputs.push(readOutput(readBytes(r, w)));
        return inner === 12;
      });
      // Last layer first: the runtime walks from the last leaf to the first, so that each gate runs as soon
      // as its layer has, and the layer's map is given up before the next one is made.
      for (let i = outputs.length - 1; i >= 0; i--) writeGate(model, outputs[i]!, input, i, gate(i));
      message(model, 11, () => writeValue(model, input, ElementType.bool, outputs.length));
    });
    return true;
  });
  return { append: model.finish(), input, gates: new Map(outputs.map(({ name }, i) => [name, gate(i)])) };
}

/** Copies each field as it stands unless `take` takes it. */
function copyFields(
  bytes: Uint8Array,
  to: BinaryWriter,
  take: (field: number, reader: BinaryReader, wire: WireType) => boolean,
): void {
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const start = reader.pos;
    const [field, wire] = reader.tag();
    if (take(field, reader, wire)) continue;
    reader.skip(wire, field);
    to.raw(bytes.subarray(start, reader.pos));
  }
}

/** Name and element type of a ValueInfoProto; float where it does not say. */
function readOutput(bytes: Uint8Array): { name: string; type: number } {
  const output = { name: '', type: ElementType.float32 as number };
  readMessage(bytes, {
    1: (r, w) => void (output.name = readText(r, w)),
    2: (r, w) =>
      readMessage(readBytes(r, w), {
        1: (r2, w2) => readMessage(readBytes(r2, w2), { 1: (r3) => void (output.type = r3.int32()) }),
      }),
  });
  return output;
}

/** Writes, as fields of a graph: `gate = asked[place] ? tapped : []`, and `gate` as an output. */
function writeGate(
  w: BinaryWriter,
  tapped: { name: string; type: number },
  asked: string,
  place: number,
  gate: string,
): void {
  const [index, wanted, kept, empty] = [`${gate}/place`, `${gate}/wanted`, `${gate}/kept`, `${gate}/empty`];
  const branch = (result: string, body: () => void) => () => {
    body();
    text(w, 2, result);
    message(w, 12, () => writeValue(w, result, tapped.type));
  };
  message(w, 5, () => writeTensor(w, index, ElementType.int64, [], [place]));
  message(w, 1, () => writeNode(w, 'Gather', [asked, index], [wanted]));
  message(w, 1, () => {
    writeNode(w, 'If', [wanted], [gate]);
    const identity = () => message(w, 1, () => writeNode(w, 'Identity', [tapped.name], [kept]));
    const nothing = () => message(w, 5, () => writeTensor(w, empty, tapped.type, [0], []));
    writeGraphAttribute(w, 'then_branch', branch(kept, identity));
    writeGraphAttribute(w, 'else_branch', branch(empty, nothing));
  });
  message(w, 12, () => writeValue(w, gate, tapped.type));
}

function writeNode(w: BinaryWriter, op: string, inputs: readonly string[], outputs: readonly string[]): void {
  for (const input of inputs) text(w, 1, input);
  for (const output of outputs) text(w, 2, output);
  text(w, 4, op);
}

function writeGraphAttribute(w: BinaryWriter, name: string, graph: () => void): void {
  message(w, 5, () => {
    text(w, 1, name);
    message(w, 6, graph);
    w.tag(20, WireType.Varint).int32(5); // AttributeType.GRAPH
  });
}

/** `values`: 64-bit integers, or none. */
function writeTensor(
  w: BinaryWriter,
  name: string,
  type: number,
  dims: readonly number[],
  values: readonly number[],
): void {
  for (const dim of dims) w.tag(1, WireType.Varint).int64(dim);
  w.tag(2, WireType.Varint).int32(type);
  for (const value of values) w.tag(7, WireType.Varint).int64(value);
  text(w, 8, name);
}

/** `size`: length of the one axis; the shape is left open without it. */
function writeValue(w: BinaryWriter, name: string, type: number, size?: number): void {
  text(w, 1, name);
  message(w, 2, () =>
    message(w, 1, () => {
      w.tag(1, WireType.Varint).int32(type);
      if (size !== undefined) message(w, 2, () => message(w, 1, () => w.tag(1, WireType.Varint).int64(size)));
    }),
  );
}

function message(w: BinaryWriter, field: number, body: () => void): void {
  w.tag(field, WireType.LengthDelimited).fork();
  body();
  w.join();
}

function text(w: BinaryWriter, field: number, value: string): void {
  w.tag(field, WireType.LengthDelimited).string(value);
}
