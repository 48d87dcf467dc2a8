import { randomFillSync } from 'node:crypto';
import { open } from 'node:fs/promises';
import { GGMLQuantizationType } from '@huggingface/gguf';
import { rowBytes } from '../../src/model/gguf/blocks/types';

const ALIGNMENT = 32;
/** Tags of values in the metadata (https://github.com/ggml-org/ggml, `docs/gguf.md`). */
const [UINT32, FLOAT32, STRING] = [4, 6, 8];

interface Sizes {
  layers: number;
  hidden: number;
  feedForward: number;
  vocab: number;
}
type Tensor = [name: string, type: string, rows: number, columns: number];

/**
 * Writes a GGUF file of the llama kind with random bytes for weights. `typeOf` tells a matrix's type by the last part of its
 * name. Returns the shares of its bytes that are norms, and that are matrices in the order in which ONNX has them.
 */
export async function writeLargeGguf(
  path: string,
  { layers, hidden, feedForward, vocab }: Sizes,
  typeOf: (part: string) => string,
): Promise<{ bytes: number; norms: number; inOrder: number }> {
  const matrix = (name: string, rows: number, columns: number): Tensor => [
    `${name}.weight`,
    typeOf(name.split('.').at(-1)!),
    rows,
    columns,
  ];
  const norm = (name: string): Tensor => [`${name}.weight`, 'F32', 1, hidden];
  const tensors = [
    matrix('token_embd', vocab, hidden),
    ...Array.from({ length: layers }, (_, layer) => `blk.${layer}`).flatMap((at) => [
      norm(`${at}.attn_norm`),
      matrix(`${at}.attn_q`, hidden, hidden),
      matrix(`${at}.attn_k`, hidden / 4, hidden),
      matrix(`${at}.attn_v`, hidden / 4, hidden),
      matrix(`${at}.attn_output`, hidden, hidden),
      norm(`${at}.ffn_norm`),
      matrix(`${at}.ffn_gate`, feedForward, hidden),
      matrix(`${at}.ffn_up`, feedForward, hidden),
      matrix(`${at}.ffn_down`, hidden, feedForward),
    ]),
    norm('output_norm'),
  ];
  const fields: [string, number, string | number][] = [
    ['general.architecture', STRING, 'llama'],
    ['llama.block_count', UINT32, layers],
    ['llama.context_length', UINT32, 4096],
    ['llama.embedding_length', UINT32, hidden],
    ['llama.feed_forward_length', UINT32, feedForward],
    ['llama.attention.head_count', UINT32, hidden / 64],
    ['llama.attention.head_count_kv', UINT32, hidden / 256],
    ['llama.attention.layer_norm_rms_epsilon', FLOAT32, 1e-5],
  ];
  const sizeOf = ([, type, rows, columns]: Tensor): number => rowBytes(type, columns)! * rows;
  const padded = (size: number): number => Math.ceil(size / ALIGNMENT) * ALIGNMENT;

  const head = [Buffer.from('GGUF'), integer(3), long(tensors.length), long(fields.length)];
  for (const [key, kind, value] of fields) {
    head.push(text(key), integer(kind));
    if (typeof value === 'string') head.push(text(value));
    else head.push(kind === FLOAT32 ? Buffer.from(Float32Array.of(value).buffer) : integer(value));
  }
  let offset = 0;
  for (const tensor of tensors) {
    const [name, type, rows, columns] = tensor;
    const shape = rows === 1 ? [columns] : [columns, rows];
    head.push(text(name), integer(shape.length), ...shape.map(long));
    head.push(integer(GGMLQuantizationType[type as keyof typeof GGMLQuantizationType]), long(offset));
    offset += padded(sizeOf(tensor));
  }
  const start = Buffer.concat(head);
  const file = await open(path, 'w');
  await file.write(Buffer.concat([start, Buffer.alloc(padded(start.length) - start.length)]));
  for (const tensor of tensors) {
    await file.write(randomFillSync(new Uint8Array(padded(sizeOf(tensor)))));
  }
  await file.close();

  const shareOf = (chosen: readonly Tensor[]): number =>
    chosen.reduce((sum, tensor) => sum + sizeOf(tensor), 0) / offset;
  const norms = tensors.filter(([, , rows]) => rows === 1);
  const plain = tensors.filter(
    ([name, type]) => ['F32', 'F16', 'BF16'].includes(type) && !/attn_[qk]\./.test(name),
  );
  return { bytes: padded(start.length) + offset, norms: shareOf(norms), inOrder: shareOf(plain) };
}

function text(value: string): Buffer {
  return Buffer.concat([long(value.length), Buffer.from(value)]);
}

function integer(value: number): Buffer {
  return Buffer.from(Uint32Array.of(value).buffer);
}

function long(value: number): Buffer {
  return Buffer.from(BigUint64Array.of(BigInt(value)).buffer);
}
