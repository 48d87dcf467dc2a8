import { readdir, readFile, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fieldsOf, parsePythonJson } from '../../protocol/text/pythonJson';
import type { LocalModel } from './localModel';

/** Where models of this host are listed without its name. */
const OWN_HOST = 'registry.ollama.ai';
const OWN_SPACE = 'library';
/** The layer of a manifest that is the model; others are templates, licences and parameters. */
const MODEL_LAYER = 'application/vnd.ollama.image.model';
const DIGEST = /^sha256[:-][0-9a-f]{64}$/;
const TYPE = /^[A-Z0-9_]{2,12}$/i;
/** A longer file is no manifest; bytes. */
const LONGEST = 1_000_000;

/**
 * Models that Ollama keeps in a folder: `manifests/HOST/SPACE/NAME/TAG` name the blobs, `blobs/sha256-…` hold them
 * (https://github.com/ollama/ollama, `server/modelpath.go`). Manifests that cannot be read, or name a blob that is not there, are left out.
 */
export async function ollamaModels(folder: string): Promise<LocalModel[]> {
  const manifests = join(folder, 'manifests');
  const found = await readdir(manifests, { recursive: true, withFileTypes: true }).catch(() => []);
  const models = await Promise.all(
    found
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }) => {
        const parts = join(parentPath, name)
          .slice(manifests.length + 1)
          .split(sep);
        return parts.length === 4 ? modelOf(folder, parts, join(parentPath, name)) : undefined;
      }),
  );
  return models.flatMap((model) => model ?? []);
}

/** The model that Ollama keeps in a folder under a name; `undefined` where there is none. */
export async function ollamaModelNamed(folder: string, name: string): Promise<LocalModel | undefined> {
  const colon = name.lastIndexOf(':');
  const given = [...name.slice(0, colon).split('/'), name.slice(colon + 1)];
  // Host and space are left out where they are Ollama's own.
  const parts = [OWN_HOST, OWN_SPACE].slice(0, Math.max(0, 4 - given.length)).concat(given);
  if (parts.length !== 4 || parts.some((part) => /^\.*$/.test(part))) return undefined;
  return modelOf(folder, parts, join(folder, 'manifests', ...parts));
}

async function modelOf(
  folder: string,
  [host, space, name, tag]: string[],
  manifest: string,
): Promise<LocalModel | undefined> {
  const { layers, config } = (await fieldsIn(manifest)) ?? {};
  const blob = modelBlob(folder, layers);
  if (blob === undefined) return undefined;
  const file = await stat(blob).catch(() => undefined);
  if (!file?.isFile()) return undefined;
  const owner = host === OWN_HOST ? (space === OWN_SPACE ? [] : [space]) : [host, space];
  const about = blobOf(folder, fieldsOf(config)?.digest);
  // `ConfigV2` of Ollama, types/model/config.go.
  const type = about && (await fieldsIn(about))?.file_type;
  return {
    source: 'Ollama',
    name: `${[...owner, name].join('/')}:${tag}`,
    ...{ path: blob, bytes: file.size, type: typeof type === 'string' && TYPE.test(type) ? type : '' },
  };
}

/** Where the bytes of a manifest's model are. */
function modelBlob(folder: string, layers: unknown): string | undefined {
  for (const layer of Array.isArray(layers) ? layers : []) {
    const { mediaType, digest } = fieldsOf(layer) ?? {};
    const blob = mediaType === MODEL_LAYER ? blobOf(folder, digest) : undefined;
    if (blob !== undefined) return blob;
  }
  return undefined;
}

function blobOf(folder: string, digest: unknown): string | undefined {
  if (typeof digest !== 'string' || !DIGEST.test(digest)) return undefined;
  return join(folder, 'blobs', digest.replace(':', '-'));
}

/** The fields of a small JSON file; `undefined` where it is damaged, half written or none. */
async function fieldsIn(path: string): Promise<Readonly<Record<string, unknown>> | undefined> {
  const file = await stat(path).catch(() => undefined);
  if (!file?.isFile() || file.size > LONGEST) return undefined;
  try {
    return fieldsOf(parsePythonJson(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
}
