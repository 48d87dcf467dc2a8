import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { AttnscopeError, cancelled } from '../protocol/errors';
import { quoted } from '../protocol/plainText';
import { sentence } from '../protocol/sentence';
import type { Connection } from './connection';
import type { ListedFile } from './listing';
import { openPartial, type PartialFile } from './partialFile';
import { ask, reasonOf } from './request';
import { watchSilence } from './silence';
import { Unreached, unreached } from './unreached';

/** What the server sends is not the file that it lists. */
class WrongBytes extends Error {}

/**
 * Gets one file, byte by byte the one that the hub lists: goes on where a connection broke off, now or in an earlier try,
 * and checks length and hash. What is wrong is removed; what is merely not whole stays for the next try.
 *
 * @param path where the bytes are put
 * @param onBytes told how many are there
 * @throws AttnscopeError `bad-model` for wrong bytes, `bad-input` where no more come, `cancelled`; errors of the disk
 */
export async function downloadFile(
  address: string,
  file: ListedFile,
  path: string,
  connection: Connection,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const part = await openPartial(path, file);
  let fresh = part.bytes === 0;
  try {
    for (;;) {
      onBytes(part.bytes);
      try {
        await fill(address, file, part, connection, onBytes);
        if (part.isRight()) return;
        throw new WrongBytes();
      } catch (error) {
        if (!(error instanceof WrongBytes)) throw error;
        // What an earlier try left may be what is wrong.
        if (fresh) throw refusal(file, connection.endpoint);
        fresh = true;
        await part.clear();
      }
    }
  } catch (error) {
    if (error instanceof AttnscopeError && error.code === 'bad-model') await rm(path, { force: true });
    throw error;
  } finally {
    await part.close();
  }
}

/** Asks for what is missing until it is there, or as many tries as there are pauses have brought nothing new. */
async function fill(
  address: string,
  file: ListedFile,
  part: PartialFile,
  connection: Connection,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const { pauses } = connection.times;
  let furthest = part.bytes;
  for (let idle = 0; part.bytes < file.bytes;) {
    try {
      await readOn(address, file, part, connection, onBytes);
    } catch (error) {
      if (connection.signal.aborted) throw cancelled();
      if (!(error instanceof Unreached)) throw error;
      idle = part.bytes > furthest ? 0 : idle + 1;
      furthest = Math.max(furthest, part.bytes);
      if (idle > pauses.length) throw unreached(connection.endpoint, error.message, error);
      await pause(pauses[Math.max(0, idle - 1)], undefined, { signal: connection.signal }).catch(() => {
        throw cancelled();
      });
    }
  }
}

/** One answer of the server, from where the file ends so far. Throws Unreached where it ends too early. */
async function readOn(
  address: string,
  file: ListedFile,
  part: PartialFile,
  connection: Connection,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const silence = watchSilence(connection.times.silence, connection.signal);
  try {
    const response = await ask(address, { range: `bytes=${part.bytes}-` }, connection, silence);
    await placeIn(response, file, part);
    // A reader of our own: an iterator would wait for a silent server at its end.
    const reader = response.body?.getReader();
    try {
      for (;;) {
        const { done, value } = await untilSilent(reader?.read(), silence.signal);
        if (done) break;
        silence.alive();
        if (part.bytes + value.length > file.bytes) throw new WrongBytes();
        await part.append(value);
        onBytes(part.bytes);
      }
    } finally {
      void reader?.cancel().catch(() => undefined);
    }
  } finally {
    silence.stop();
  }
  if (part.bytes < file.bytes) throw new Unreached('the connection broke off');
}

/** Makes sure that an answer goes on where the file ends; a server that knows no ranges begins anew. */
async function placeIn(response: Response, file: ListedFile, part: PartialFile): Promise<void> {
  const [, from, total] = /^bytes (\d+)-\d+\/(\d+)$/.exec(response.headers.get('content-range') ?? '') ?? [];
  if (response.status === 206 && Number(from) === part.bytes) {
    if (Number(total) !== file.bytes) throw new WrongBytes();
    return;
  }
  if (response.status === 206) throw new Unreached('it sent another part of the file than was asked for');
  const length = response.headers.get('content-length');
  const isPlain = response.headers.get('content-encoding') === null;
  if (isPlain && length !== null && Number(length) !== file.bytes) throw new WrongBytes();
  if (part.bytes > 0) await part.clear();
}

type Read = { done: true; value?: Uint8Array } | { done: false; value: Uint8Array };

async function untilSilent(read: Promise<Read> | undefined, signal: AbortSignal): Promise<Read> {
  if (!read) return { done: true };
  try {
    return await read;
  } catch (error) {
    throw new Unreached(reasonOf(signal.aborted ? signal.reason : error), { cause: error });
  }
}

function refusal({ path }: ListedFile, endpoint: string): AttnscopeError {
  return new AttnscopeError('bad-model', [
    sentence(
      'What {address} sent as {file} is not the file that it lists: length or hash differ. It was removed.',
      { address: quoted(endpoint), file: quoted(path) },
    ),
    sentence('Try again; if that does not help, take another mirror.'),
  ]);
}
