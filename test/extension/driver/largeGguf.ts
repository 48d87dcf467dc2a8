import { open } from 'node:fs/promises';
import path from 'node:path';
import { gguf, GGMLQuantizationType, serializeGgufMetadata } from '@huggingface/gguf';
import { ROOT } from './editor';

/** Its tokenizer and its other fields are those of the file that is written. */
const LIKE = path.join(ROOT, 'test/fixtures/gguf/q4_0-tied.gguf');
const ALIGNMENT = 32;

/**
 * Writes a GGUF file of a llama whose weights are all 0, in blocks of Q4_K, so that it takes no room on the disk and a
 * while to convert.
 */
export async function writeLargeGguf(file: string, layers: number, hidden: number): Promise<void> {
  const { typedMetadata, tensorInfos } = await gguf(LIKE, { allowLocalFile: true, typedMetadata: true });
  const vocabulary = Number(tensorInfos.find(({ name }) => name === 'token_embd.weight')!.shape[1]);
  const tensors: [name: string, rows: number | null][] = [
    ['token_embd', vocabulary],
    ...Array.from({ length: layers }, (_, layer) => layer).flatMap((layer) =>
      [
        'attn_q',
        'attn_k',
        'attn_v',
        'attn_output',
        'ffn_gate',
        'ffn_up',
        'ffn_down',
        'attn_norm',
        'ffn_norm',
      ].map((part): [string, number | null] => [
        `blk.${layer}.${part}`,
        part.endsWith('norm') ? null : hidden,
      ]),
    ),
    ['output_norm', null],
  ];
  const changed = {
    ...typedMetadata,
    tensor_count: { ...typedMetadata.tensor_count, value: BigInt(tensors.length) },
    'llama.block_count': number(typedMetadata, 'llama.block_count', layers),
    'llama.embedding_length': number(typedMetadata, 'llama.embedding_length', hidden),
    'llama.feed_forward_length': number(typedMetadata, 'llama.feed_forward_length', hidden),
    'llama.attention.head_count_kv': number(typedMetadata, 'llama.attention.head_count_kv', 4),
  };
  let offset = 0;
  const infos = tensors.map(([name, rows]) => {
    const info = tensorInfo(`${name}.weight`, hidden, rows, offset);
    const bytes = rows === null ? 4 * hidden : (144 * hidden * rows) / 256;
    offset += Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    return info;
  });
  const head = Buffer.concat([serializeGgufMetadata(changed as never, { alignment: 1 }), ...infos]);
  const start = Math.ceil(head.length / ALIGNMENT) * ALIGNMENT;
  const written = await open(file, 'w');
  await written.writeFile(head);
  await written.truncate(start + offset);
  await written.close();
}

function number(metadata: object, key: string, value: number): object {
  return { ...(metadata as Record<string, object>)[key], value };
}

/** https://github.com/ggml-org/ggml/blob/master/docs/gguf.md, `gguf_tensor_info_t` */
function tensorInfo(name: string, columns: number, rows: number | null, offset: number): Buffer {
  const dims = rows === null ? [columns] : [columns, rows];
  const { F32, Q4_K } = GGMLQuantizationType;
  const type = rows === null ? F32 : Q4_K;
  const bytes = Buffer.alloc(8 + name.length + 4 + 8 * dims.length + 4 + 8);
  let at = bytes.writeBigUInt64LE(BigInt(name.length));
  at += bytes.write(name, at, 'latin1');
  at = bytes.writeUInt32LE(dims.length, at);
  for (const size of dims) at = bytes.writeBigUInt64LE(BigInt(size), at);
  at = bytes.writeUInt32LE(type, at);
  bytes.writeBigUInt64LE(BigInt(offset), at);
  return bytes;
}
