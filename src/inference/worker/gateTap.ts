import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { ElementType, type OnnxValue } from '../../model/onnx/onnxGraph';
import { readValue } from '../../model/onnx/readGraph';
import { copyFields, writeMessage, writeText } from '../../model/onnx/writeWire';

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
  const outputs: OnnxValue[] = [];
  const input = `${prefix}asked`;
  const gate = (place: number) => `${prefix}${place}`;
  const model = new BinaryWriter();
  copyFields(append, model, {
    7: (graph) =>
      writeMessage(model, 7, () => {
        copyFields(graph, model, { 12: (output) => void outputs.push(readValue(output)) });
        // Last layer first: the runtime walks from the last leaf to the first, so that each gate runs as soon
        // as its layer has, and the layer's map is given up before the next one is made.
        for (let i = outputs.length - 1; i >= 0; i--) writeGate(model, outputs[i]!, input, i, gate(i));
        writeMessage(model, 11, () => writeValue(model, input, ElementType.bool, outputs.length));
      }),
  });
  return { append: model.finish(), input, gates: new Map(outputs.map(({ name }, i) => [name, gate(i)])) };
}

/** Writes, as fields of a graph: `gate = asked[place] ? tapped : []`, and `gate` as an output. */
function writeGate(
  w: BinaryWriter,
  { name, dtype = ElementType.float32 }: OnnxValue,
  asked: string,
  place: number,
  gate: string,
): void {
  const [index, wanted, kept, empty] = [`${gate}/place`, `${gate}/wanted`, `${gate}/kept`, `${gate}/empty`];
  const branch = (result: string, body: () => void) => () => {
    body();
    writeText(w, 2, result);
    writeMessage(w, 12, () => writeValue(w, result, dtype));
  };
  writeMessage(w, 5, () => writeTensor(w, index, ElementType.int64, [], [place]));
  writeMessage(w, 1, () => writeNode(w, 'Gather', [asked, index], [wanted]));
  writeMessage(w, 1, () => {
    writeNode(w, 'If', [wanted], [gate]);
    const identity = () => writeMessage(w, 1, () => writeNode(w, 'Identity', [name], [kept]));
    const nothing = () => writeMessage(w, 5, () => writeTensor(w, empty, dtype, [0], []));
    writeGraphAttribute(w, 'then_branch', branch(kept, identity));
    writeGraphAttribute(w, 'else_branch', branch(empty, nothing));
  });
  writeMessage(w, 12, () => writeValue(w, gate, dtype));
}

function writeNode(w: BinaryWriter, op: string, inputs: readonly string[], outputs: readonly string[]): void {
  for (const input of inputs) writeText(w, 1, input);
  for (const output of outputs) writeText(w, 2, output);
  writeText(w, 4, op);
}

function writeGraphAttribute(w: BinaryWriter, name: string, graph: () => void): void {
  writeMessage(w, 5, () => {
    writeText(w, 1, name);
    writeMessage(w, 6, graph);
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
  writeText(w, 8, name);
}

/** `size`: length of the one axis; the shape is left open without it. */
function writeValue(w: BinaryWriter, name: string, type: number, size?: number): void {
  writeText(w, 1, name);
  writeMessage(w, 2, () =>
    writeMessage(w, 1, () => {
      w.tag(1, WireType.Varint).int32(type);
      if (size !== undefined)
        writeMessage(w, 2, () => writeMessage(w, 1, () => w.tag(1, WireType.Varint).int64(size)));
    }),
  );
}
