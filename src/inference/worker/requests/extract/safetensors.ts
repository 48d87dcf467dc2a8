/** A float32 tensor to write. */
export interface FloatTensor {
  name: string;
  /** [batch, heads, queries, keys] for maps. */
  shape: readonly number[];
}

/**
 * The start of a safetensors file: 8 bytes of length, then JSON with each tensor's type, shape and place
 * (https://huggingface.co/docs/safetensors, section Format). The values follow in the same order. `metadata`
 * is what is told of the file, as texts by name.
 */
export function safetensorsHeader(
  tensors: readonly FloatTensor[],
  metadata: Readonly<Record<string, string>> = {},
): Buffer {
  const told = Object.keys(metadata).length > 0 ? { __metadata__: metadata } : {};
  let offset = 0;
  const entries = tensors.map(({ name, shape }) => {
    const start = offset;
    offset += shape.reduce((n, d) => n * d, 4);
    return [name, { dtype: 'F32', shape, data_offsets: [start, offset] }] as const;
  });
  const json = JSON.stringify({ ...told, ...Object.fromEntries(entries) });
  const bytes = Buffer.byteLength(json);
  const padded = Math.ceil(bytes / 8) * 8;
  const header = Buffer.alloc(8 + padded, ' ');
  header.writeBigUInt64LE(BigInt(padded), 0);
  header.write(json, 8);
  return header;
}
