import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { ElementType, type OnnxValue } from '../onnx/onnxGraph';
import { readValue } from '../onnx/readGraph';
import { copyFields, writeMessage, writeText } from '../onnx/writeWire';

/** A tap of which each run keeps only the outputs asked for. */
export interface GatedTap {
  /** Bytes to append to the model in place of the tap's own. */
  append: Uint8Array;
  /** By output of the tap. */
  gates: ReadonlyMap<string, Gate>;
}

export interface Gate {
  /** Input that opens the gate: int64 `[4]`, `OPEN` or `SHUT`. */
  input: string;
  /** Name under which a run gives the output; it has no batch where the gate is shut. */
  output: string;
}

/** How often an output is repeated along each of its axes, `[batch, heads, queries, keys]`. */
export const OPEN = [1n, 1n, 1n, 1n] as const;
export const SHUT = [0n, 1n, 1n, 1n] as const;

/**
 * Puts each output of a tap behind a Tile that repeats it once or not at all. ONNX Runtime runs every
 * node and keeps every graph output to the end of a run, fetched or not (1.30), so that all maps would
 * stand in memory at once. `prefix` begins no name of the model or the tap. Field numbers are those of
 * onnx.proto.
 */
export function gateTap(append: Uint8Array, prefix: string): GatedTap {
  const tapped: OnnxValue[] = [];
  const gates = new Map<string, Gate>();
  const w = new BinaryWriter();
  copyFields(append, w, {
    7: (graph) =>
      writeMessage(w, 7, () => {
        copyFields(graph, w, { 12: (output) => void tapped.push(readValue(output)) });
        // Last layer first: the runtime walks from the last leaf to the first, so that each gate runs as soon
        // as its layer has, and the layer's map is given up before the next one is made.
        for (const [i, { name, dtype = ElementType.float32 }] of [...tapped.entries()].reverse()) {
          const gate = { input: `${prefix}${i}/asked`, output: `${prefix}${i}` };
          gates.set(name, gate);
          writeMessage(w, 1, () => {
            for (const input of [name, gate.input]) writeText(w, 1, input);
            writeText(w, 2, gate.output);
            writeText(w, 4, 'Tile');
          });
          writeMessage(w, 11, () => writeValue(w, gate.input, ElementType.int64, OPEN.length));
          writeMessage(w, 12, () => writeValue(w, gate.output, dtype));
        }
      }),
  });
  return { append: w.finish(), gates };
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
