import { BinaryReader, BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { ElementType } from '../../model/onnx/onnxGraph';
import { readBytes, readMessage, readText } from '../../model/onnx/readWire';

/** Input that says which of the gated outputs are wanted: bool `[outputs]`. */
export const ASKED_INPUT = 'attnscope/asked';

/** A tap of which each run computes and keeps only the outputs asked for. */
export interface GatedTap {
  /** Bytes to append to the model in place of the tap's own. */
  append: Uint8Array;
  /** Output names of the tap, in the order of the input `attnscope/asked`. */
  names: readonly string[];
  /** Name under which a run gives an output of the tap; empty where it was not asked for. */
  gated(name: string): string;
}

/**
 * Puts each output of a tap behind an If. ONNX Runtime runs every node and keeps every graph output to
 * the end of a run, fetched or not (1.30), so that all maps would stand in memory at once; the branch
 * of an If that is not taken costs nothing. Field numbers are those of onnx.proto.
 */
export function gateTap(append: Uint8Array): GatedTap {
  const outputs: { name: string; type: number }[] = [];
  const model = new BinaryWriter();
  copyFields(append, model, (field, reader, wire) => {
    if (field !== 7) return false;
    const graph = readBytes(reader, wire);
    message(model, 7, () => {
      copyFields(graph, model, (inner, r, w) => {
        if (inner === 12) outputs.push(readOutput(readBytes(r, w)));
        return inner === 12;
      });
      outputs.forEach(({ name, type }, i) => writeGate(model, name, type, i));
      message(model, 11, () => writeValue(model, ASKED_INPUT, ElementType.bool, outputs.length));
    });
    return true;
  });
  return { append: model.finish(), names: outputs.map(({ name }) => name), gated };
}

function gated(name: string): string {
  return `${name}/asked`;
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

/** Writes, as fields of a graph: `gated = asked[place] ? name : []`, and `gated` as an output. */
function writeGate(w: BinaryWriter, name: string, type: number, place: number): void {
  const [index, asked] = [`${name}/place`, `${name}/wanted`];
  message(w, 5, () => writeTensor(w, index, ElementType.int64, [], [place]));
  message(w, 1, () => writeNode(w, 'Gather', [ASKED_INPUT, index], [asked]));
  const branch = (result: string, body: () => void) => () => {
    body();
    text(w, 2, result);
    message(w, 12, () => writeValue(w, result, type));
  };
  const [kept, empty] = [`${name}/kept`, `${name}/empty`];
  message(w, 1, () => {
    writeNode(w, 'If', [asked], [gated(name)]);
    writeGraphAttribute(
      w,
      'then_branch',
      branch(kept, () => message(w, 1, () => writeNode(w, 'Identity', [name], [kept]))),
    );
    writeGraphAttribute(
      w,
      'else_branch',
      branch(empty, () => message(w, 5, () => writeTensor(w, empty, type, [0], []))),
    );
  });
  message(w, 12, () => writeValue(w, gated(name), type));
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
