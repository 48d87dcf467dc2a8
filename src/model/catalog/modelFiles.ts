import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join, sep } from 'node:path';
import { isNoModel, typeInName } from '../fileKinds/ggufName';
import { oncePerModel, shardFiles, wholePath } from '../fileKinds/shards';
import { graphName } from '../files/graphName';
import type { LocalModel } from './localModel';

/** GGUF files that LM Studio keeps in a folder: `PUBLISHER/MODEL/FILE.gguf`. */
export async function lmStudioModels(folder: string): Promise<LocalModel[]> {
  const paths = (await filesBelow(folder)).filter((path) => /\.gguf$/i.test(path) && !isNoModel(path));
  return sized(paths, 'LM Studio', (path) => basename(path));
}

/** GGUF files and graphs in the cache of the Hugging Face hub: `models--OWNER--NAME/snapshots/REVISION/…`. */
export async function hubModels(folder: string): Promise<LocalModel[]> {
  const repositories = (await readdir(folder).catch(() => [])).filter((name) => name.startsWith('models--'));
  const found = await Promise.all(
    repositories.map(async (repository) => {
      const snapshots = join(folder, repository, 'snapshots');
      const paths = (await filesBelow(snapshots)).filter(
        (path) => /\.(gguf|onnx)$/i.test(path) && !isNoModel(path),
      );
      const owner = repository.split('--').slice(1).join('/');
      const nameOf = (path: string): string =>
        [
          owner,
          ...path
            .slice(snapshots.length + 1)
            .split(sep)
            .slice(1),
        ].join('/');
      return sized(paths, 'Hugging Face', nameOf);
    }),
  );
  return found.flat();
}

async function filesBelow(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  // Links too: the hub's cache has nothing else.
  return found.filter((entry) => !entry.isDirectory()).map(({ parentPath, name }) => join(parentPath, name));
}

/** A model for each file, but one for all shards of one. */
async function sized(
  paths: readonly string[],
  source: LocalModel['source'],
  nameOf: (path: string) => string,
): Promise<LocalModel[]> {
  const models = await Promise.all(
    oncePerModel(paths).map(async (path) => {
      const shards = shardFiles(path);
      const files = await Promise.all(shards.map((shard) => stat(shard).catch(() => undefined)));
      const bytes = files.reduce((sum, file) => sum + (file?.isFile() ? file.size : 0), 0);
      const isThere = files[shards.indexOf(path)]?.isFile();
      const whole = wholePath(path);
      return isThere ? [{ source, name: nameOf(whole), path, bytes, type: typeOf(basename(whole)) }] : [];
    }),
  );
  return models.flat();
}

function typeOf(file: string): string {
  if (!/\.onnx$/i.test(file)) return typeInName(file);
  const { precision } = graphName(basename(file, extname(file)));
  return precision === null || precision === 'full' ? '' : precision;
}
