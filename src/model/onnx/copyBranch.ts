import type { BinaryWriter } from '@bufbuild/protobuf/wire';
import type { OnnxAttribute } from './onnxGraph';
import { readBytes, readMessage } from './readWire';
import { copyFields, writeMessage, writeText } from './writeWire';

type Rename = (name: string) => string;

/**
 * Copies the graph of an attribute, all but its outputs and types of values, with its tensors renamed.
 * A branch may give tensors the names that the node around it gives too; a copy beside that node may not.
 */
export function copyBranch({ encoded }: OnnxAttribute, to: BinaryWriter, rename: Rename): void {
  readMessage(encoded, {
    6: (reader, wire) =>
      copyFields(readBytes(reader, wire), to, {
        1: (bytes) => writeMessage(to, 1, () => copyNode(bytes, to, rename)),
        12: () => undefined,
        13: () => undefined,
      }),
  });
}

/** NodeProto: inputs 1, outputs 2, attributes 5. */
function copyNode(node: Uint8Array, to: BinaryWriter, rename: Rename): void {
  copyFields(node, to, {
    1: renamed(to, 1, rename),
    2: renamed(to, 2, rename),
    5: (bytes) => writeMessage(to, 5, () => copyAttribute(bytes, to, rename)),
  });
}

/** AttributeProto: a graph is 6. Its outputs (12) are ValueInfoProtos that begin with a name (1). */
function copyAttribute(attribute: Uint8Array, to: BinaryWriter, rename: Rename): void {
  copyFields(attribute, to, {
    6: (graph) =>
      writeMessage(to, 6, () =>
        copyFields(graph, to, {
          1: (bytes) => writeMessage(to, 1, () => copyNode(bytes, to, rename)),
          12: (bytes) => writeMessage(to, 12, () => copyFields(bytes, to, { 1: renamed(to, 1, rename) })),
        }),
      ),
  });
}

const renamed = (to: BinaryWriter, field: number, rename: Rename) => (name: Uint8Array) =>
  writeText(to, field, rename(new TextDecoder().decode(name)));
