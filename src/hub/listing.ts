import { listFiles, modelInfo } from '@huggingface/hub';
import { setTimeout as pause } from 'node:timers/promises';
import { AttnscopeError, cancelled } from '../protocol/errors';
import { quoted } from '../protocol/plainText';
import { z } from '../protocol/schema';
import { sentence } from '../protocol/sentence';
import type { Connection } from './connection';
import { MODEL_NAME, type ModelId } from './modelId';
import { ask, reasonOf } from './request';
import { watchSilence } from './silence';
import { Unreached, unreached } from './unreached';

/** A file of a model, as the hub lists it. */
export interface ListedFile {
  /** Below the model's folder, with `/`. */
  path: string;
  bytes: number;
  /** Of the bytes: SHA-256 of large files, the object id of Git, a SHA-1, of small ones; hex. It names the file in the cache. */
  hash: { kind: 'sha256' | 'git'; hex: string };
}

/** The files of a model at one commit. */
export interface Listing {
  /** As the hub calls it now; models are renamed. */
  name: string;
  /** Hex. */
  commit: string;
  files: ListedFile[];
}

const commit = z.string().check(z.regex(/^[0-9a-f]{40}$/));
const Info = z.object({ name: z.string().check(z.regex(MODEL_NAME)), sha: commit });
const Entry = z.object({
  type: z.string(),
  path: z.string(),
  size: z.int().check(z.nonnegative()),
  oid: commit,
  lfs: z.optional(z.object({ oid: z.string().check(z.regex(/^[0-9a-f]{64}$/)), size: z.int() })),
});

/** Most files of a model that are looked at. */
const MOST_FILES = 20_000;

/**
 * Asks the hub which files a model has.
 *
 * @throws AttnscopeError `bad-model` with what the hub refuses, `bad-input` where it cannot be reached, `cancelled`
 */
export async function listModel(
  { name, revision = 'main' }: ModelId,
  connection: Connection,
): Promise<Listing> {
  const params = { hubUrl: connection.endpoint, fetch: patiently(connection) };
  try {
    const info = Info.parse(await modelInfo({ ...params, name, revision, additionalFields: ['sha'] }));
    const entries: z.infer<typeof Entry>[] = [];
    for await (const entry of listFiles({
      ...params,
      repo: { type: 'model', name: info.name },
      revision: info.sha,
      recursive: true,
    })) {
      if (entry.type === 'file') entries.push(Entry.parse(entry));
      if (entries.length > MOST_FILES) break;
    }
    return { name: info.name, commit: info.sha, files: entries.filter(isSafe).map(listed) };
  } catch (error) {
    if (connection.signal.aborted) throw cancelled();
    if (error instanceof AttnscopeError) throw error;
    if (error instanceof Unreached) throw unreached(connection.endpoint, error.message, error);
    // What answers there does not speak as the hub does.
    throw new AttnscopeError(
      'bad-input',
      [
        sentence('What {address} answers is no list of a model’s files.', {
          address: quoted(connection.endpoint),
        }),
        sentence('Check the address of the hub in the settings.'),
      ],
      { cause: error },
    );
  }
}

/** Only names that stay below the model's folder on every system. */
function isSafe({ path }: { path: string }): boolean {
  return !/[\\:*?"<>|\u0000-\u001f]/.test(path) && path.split('/').every((part) => !/^\.{0,2}$/.test(part));
}

function listed({ path, size, oid, lfs }: z.infer<typeof Entry>): ListedFile {
  return lfs
    ? { path, bytes: lfs.size, hash: { kind: 'sha256', hex: lfs.oid } }
    : { path, bytes: size, hash: { kind: 'git', hex: oid } };
}

/** A `fetch` for short answers: whole within the time of one silence, tried again where the network fails. */
function patiently(connection: Connection): typeof fetch {
  const { times, signal } = connection;
  return async (input, init) => {
    const headers = Object.fromEntries(new Headers(init?.headers));
    for (let tries = 0; ; tries++) {
      const silence = watchSilence(times.silence, signal);
      try {
        const response = await ask(String(input), headers, connection, silence);
        const body = await response.arrayBuffer().catch((error: unknown) => {
          throw new Unreached(reasonOf(error), { cause: error });
        });
        return new Response(body, { status: response.status, headers: response.headers });
      } catch (error) {
        const wait = times.pauses[tries];
        if (!(error instanceof Unreached) || wait === undefined || signal.aborted) throw error;
        await pause(wait, undefined, { signal });
      } finally {
        silence.stop();
      }
    }
  };
}
