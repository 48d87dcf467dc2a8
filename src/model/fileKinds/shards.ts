import { basename } from 'node:path';
import { plainText, quoted } from '../../protocol/plainText';

/** A place in a model that is split over several files: shard `number` of `count`, counted from 1. */
interface Shard {
  number: number;
  count: number;
}

/**
 * Which shard of a split model a GGUF file is, by its metadata or its name; `undefined` for a whole one.
 * Both are written by llama.cpp's `gguf-split` (https://github.com/ggml-org/llama.cpp/tree/master/tools/gguf-split).
 */
export function shardOf(path: string, metadata: Readonly<Record<string, unknown>> = {}): Shard | undefined {
  const count = Number(metadata['split.count'] ?? 0);
  if (count > 1) return { number: Number(metadata['split.no'] ?? 0) + 1, count };
  const named = /-(\d{5})-of-(\d{5})\.gguf$/i.exec(basename(path));
  const shard = named && { number: Number(named[1]), count: Number(named[2]) };
  return shard && shard.count > 1 ? shard : undefined;
}

/** Says what a shard is and how to get the whole model. */
export function shardSentence(path: string, { number, count }: Shard): string {
  const name = basename(path);
  const first = name.replace(/-\d{5}(-of-\d{5}\.gguf)$/i, '-00001$1');
  return (
    `${quoted(name)} is shard ${number} of ${count} of one model, and the model is read from a single file. ` +
    `Join the shards with llama.cpp, all ${count} in one folder: llama-gguf-split --merge ${plainText(first, 120, 'end')} whole.gguf. ` +
    'Then name the joined file, or take a download that is not split.'
  );
}
