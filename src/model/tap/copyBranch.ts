import { BinaryReader, type BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/**
 * Copies the fields of an encoded GraphProto but for its outputs and types of values, its tensors renamed.
 * A branch may make tensors of the names that the node around it gives; a copy beside that node may not.
 */
export function copyBranch(graph: Uint8Array, to: BinaryWriter, rename: (name: string) => string): void {
  copyFields(graph, to, {
    1: (bytes) => message(to, 1, () => copyNode(bytes, to, rename)),
    12: () => undefined,
    13: () => undefined,
  });
}

/** NodeProto: inputs 1, outputs 2, attributes 5. */
function copyNode(node: Uint8Array, to: BinaryWriter, rename: (name: string) => string): void {
  const name = (field: number) => (_bytes: Uint8Array, text: string) =>
    void to.tag(field, WireType.LengthDelimited).string(rename(text));
  copyFields(node, to, {
    1: name(1),
    2: name(2),
    5: (bytes) => message(to, 5, () => copyAttribute(bytes, to, rename)),
  });
}

/** AttributeProto: a graph is 6. Its outputs (12) are ValueInfoProtos that begin with a name (1). */
function copyAttribute(attribute: Uint8Array, to: BinaryWriter, rename: (name: string) => string): void {
  copyFields(attribute, to, {
    6: (graph) =>
      message(to, 6, () =>
        copyFields(graph, to, {
          1: (bytes) => message(to, 1, () => copyNode(bytes, to, rename)),
          12: (bytes) =>
            message(to, 12, () =>
              copyFields(bytes, to, {
                1: (_name, text) => void to.tag(1, WireType.LengthDelimited).string(rename(text)),
              }),
            ),
        }),
      ),
  });
}

type Rewrite = (bytes: Uint8Array, text: string) => void;

/** Copies each field as it stands, those of `rewrite` (messages and strings) by its function. */
function copyFields(message: Uint8Array, to: BinaryWriter, rewrite: Readonly<Record<number, Rewrite>>): void {
  const reader = new BinaryReader(message);
  while (reader.pos < reader.len) {
    const start = reader.pos;
    const [field, wire] = reader.tag();
    const at = reader.pos;
    reader.skip(wire, field);
    const own = wire === WireType.LengthDelimited ? rewrite[field] : undefined;
    if (!own) {
      to.raw(message.subarray(start, reader.pos));
      continue;
    }
    const bytes = new BinaryReader(message.subarray(at, reader.pos)).bytes();
    own(bytes, new TextDecoder().decode(bytes));
  }
}

function message(w: BinaryWriter, field: number, body: () => void): void {
  w.tag(field, WireType.LengthDelimited).fork();
  body();
  w.join();
}
