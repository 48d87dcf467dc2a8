import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { readBytes, readMessage, readText } from './readWire';
import { messageOf, splicedFields } from './writeWire';

/** Messages that hold tensors somewhere inside, and the fields that lead there (numbers of onnx.proto). */
const leads = {
  model: { 7: 'graph', 25: 'function' },
  graph: { 1: 'node', 5: 'tensor', 15: 'sparse' },
  function: { 7: 'node' },
  node: { 5: 'attribute' },
  attribute: { 5: 'tensor', 6: 'graph', 10: 'tensor', 11: 'graph', 22: 'sparse', 23: 'sparse' },
  sparse: { 1: 'tensor', 2: 'tensor' },
  tensor: { 13: 'entry' },
} as const satisfies Record<string, Record<number, string>>;

type Kind = keyof typeof leads | 'entry';

/**
 * The bytes of a model whose tensors look for their weights at other places: `places` has the new
 * location for each that changes. Whatever is not on the way to a location is copied as it stands.
 */
export function moveWeights(model: Uint8Array, places: ReadonlyMap<string, string>): Uint8Array {
  return places.size === 0 ? model : rewritten(model, 'model', places);
}

function rewritten(bytes: Uint8Array, kind: Kind, places: ReadonlyMap<string, string>): Uint8Array {
  if (kind === 'entry') return movedEntry(bytes, places);
  const inside: Readonly<Record<number, Kind>> = leads[kind];
  const pieces = splicedFields(bytes, (field, reader, wire) => {
    const inner = inside[field];
    if (inner === undefined) return undefined;
    const before = readBytes(reader, wire);
    const after = rewritten(before, inner, places);
    return after === before ? undefined : messageOf(field, [after]);
  });
  return pieces.length === 1 ? bytes : Buffer.concat(pieces);
}

/** An entry of a tensor's `external_data`: a key and its value. */
function movedEntry(bytes: Uint8Array, places: ReadonlyMap<string, string>): Uint8Array {
  const entry = { key: '', value: '' };
  readMessage(bytes, {
    1: (r, w) => void (entry.key = readText(r, w)),
    2: (r, w) => void (entry.value = readText(r, w)),
  });
  const place = entry.key === 'location' ? places.get(entry.value) : undefined;
  if (place === undefined) return bytes;
  return new BinaryWriter()
    .tag(1, WireType.LengthDelimited)
    .string('location')
    .tag(2, WireType.LengthDelimited)
    .string(place)
    .finish();
}
