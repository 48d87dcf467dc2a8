import { basename, dirname, join } from 'node:path';

/** `NAME-00002-of-00003.gguf`, as llama.cpp's `gguf-split` calls a part of a model (tools/gguf-split). */
const SHARD = /^(.*)-(\d{5})-of-(\d{5})(\.gguf)$/i;

interface ShardName {
  /** What all shards of the model begin with. */
  stem: string;
  number: number;
  count: number;
  ending: string;
}

function shardName(path: string): ShardName | undefined {
  const [, stem = '', number, count, ending = ''] = SHARD.exec(basename(path)) ?? [];
  const shard = { stem, number: Number(number), count: Number(count), ending };
  return shard.count > 1 && shard.number >= 1 && shard.number <= shard.count ? shard : undefined;
}

/** The files of the model that a file belongs to, in their order, by its name; whether they are there is another question. */
export function shardFiles(path: string): string[] {
  const shard = shardName(path);
  if (!shard) return [path];
  const digits = (number: number): string => String(number).padStart(5, '0');
  return Array.from({ length: shard.count }, (_, i) =>
    join(dirname(path), `${shard.stem}-${digits(i + 1)}-of-${digits(shard.count)}${shard.ending}`),
  );
}

/** A file's path, that of a shard as if the model were one file: `m-00002-of-00003.gguf` becomes `m.gguf`. */
export function wholePath(path: string): string {
  const shard = shardName(path);
  return shard ? join(dirname(path), `${shard.stem}${shard.ending}`) : path;
}

/** Of the shards of a model the first that is there, and all other files. */
export function oncePerModel(paths: readonly string[]): string[] {
  const firsts = new Map<string, string>();
  for (const path of [...paths].sort()) {
    const model = shardName(path) ? shardFiles(path)[0]! : path;
    if (!firsts.has(model)) firsts.set(model, path);
  }
  return [...firsts.values()];
}
