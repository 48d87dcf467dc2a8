/** A tensor as plain numbers, in row order. */
export interface NumberTensor {
  shape: number[];
  values: number[];
}

/** Reads a safetensors file of F32 and I32 tensors (format: github.com/huggingface/safetensors). */
export function readSafetensors(bytes: Buffer): Map<string, NumberTensor> {
  const headerLength = Number(bytes.readBigUInt64LE(0));
  const header = JSON.parse(bytes.toString('utf8', 8, 8 + headerLength)) as Record<
    string,
    { dtype: string; shape: number[]; data_offsets: [number, number] }
  >;
  const tensors = new Map<string, NumberTensor>();
  for (const [name, { dtype, shape, data_offsets: range }] of Object.entries(header)) {
    if (name === '__metadata__') continue;
    const data = bytes.subarray(8 + headerLength + range[0], 8 + headerLength + range[1]);
    const read = { F32: (at: number) => data.readFloatLE(at), I32: (at: number) => data.readInt32LE(at) }[
      dtype
    ];
    if (!read) throw new Error(`${name} is of type ${dtype}`);
    tensors.set(name, { shape, values: Array.from({ length: data.length / 4 }, (_, i) => read(4 * i)) });
  }
  return tensors;
}

/** Texts of the tokens whose maps a file holds. */
export function tokensIn(bytes: Buffer): string[] {
  const header = JSON.parse(bytes.toString('utf8', 8, 8 + Number(bytes.readBigUInt64LE(0)))) as {
    __metadata__: { tokens: string };
  };
  return JSON.parse(header.__metadata__.tokens) as string[];
}
