import { mkdir, rename } from 'node:fs/promises';
import { diskReason } from '../disk/diskReasons';
import { withLock } from '../disk/lock';
import { AttnscopeError, cancelled } from '../protocol/errors';
import { quoted } from '../protocol/plainText';
import { sentence } from '../protocol/sentence';
import type { Connection } from './connection';
import type { Disk } from './disk';
import { downloadFile } from './downloadFile';
import {
  blobOf,
  isThere,
  link,
  modelCache,
  noteRevision,
  placeOf,
  sizeOf,
  takeBack,
  type ModelCache,
} from './hubCache';
import type { ListedFile, Listing } from './listing';
import type { Offer } from './offers';

/** How far it is; bytes of all files together. */
export interface GetProgress {
  done: number;
  total: number;
  /** Of these, bytes that an earlier try has left. */
  kept: number;
  /** Another process gets the same file; it is waited for. */
  waiting: boolean;
}

/** A day: another process may get the same file for as long. */
const LONGEST_WAIT_MS = 86_400_000;
const LOOK_EVERY_MS = 300;

/**
 * Gets what reading a model takes into the hub's cache, and gives the path of its graph. It appears there when all of it
 * is there and right. Ended by the person, it leaves nothing; where the network or the disk ended it, what came stays for
 * the next try.
 *
 * @param revision the branch or tag that was asked for, if any
 * @throws AttnscopeError in words: see `downloadFile`; `bad-input` where the disk is too full
 */
export async function getOffer(
  offer: Offer,
  listing: Listing,
  revision: string,
  connection: Connection,
  disk: Disk,
  onProgress: (progress: GetProgress) => void,
): Promise<string> {
  const cache = modelCache(disk.folder, listing);
  const made = new Set<string>();
  try {
    await mkdir(cache.blobs, { recursive: true });
    const there = new Map<ListedFile, number>();
    for (const file of offer.files) there.set(file, await bytesThere(cache, file));
    const kept = sum(
      offer.files.filter((file) => there.get(file)! < file.bytes).map((file) => there.get(file)!),
    );
    await refuseFull(disk, offer.bytes - sum([...there.values()]));
    const tell = (waiting: boolean): void => {
      const done = Math.min(offer.bytes, sum([...there.values()]));
      onProgress({ done, total: offer.bytes, kept, waiting });
    };
    tell(false);
    for (const file of offer.files) {
      await getBlob(cache, file, listing, connection, {
        onMade: (path) => made.add(path),
        onBytes(bytes) {
          there.set(file, bytes);
          tell(false);
        },
        onWait: () => tell(true),
      });
    }
    for (const file of offer.files) await link(cache, file);
    await noteRevision(cache, revision, listing.commit);
    return placeOf(
      cache,
      offer.files.find(({ path }) => path === offer.path)!,
    );
  } catch (error) {
    if (connection.signal.aborted) {
      await takeBack(cache, made);
      throw cancelled();
    }
    throw inWords(error, disk.folder);
  }
}

/** Bytes of a file that need not be got any more. */
async function bytesThere(cache: ModelCache, file: ListedFile): Promise<number> {
  return (await isThere(cache, file)) ? file.bytes : sizeOf(partOf(blobOf(cache, file)));
}

interface Told {
  /** A path that is about to be written. */
  onMade(path: string): void;
  /** How many bytes of the file are there. */
  onBytes(bytes: number): void;
  /** Another process gets the same file. */
  onWait(): void;
}

/** Gets the bytes of a file, unless they are there by the time that no other process gets them. */
async function getBlob(
  cache: ModelCache,
  file: ListedFile,
  { name, commit }: Listing,
  connection: Connection,
  { onMade, onBytes, onWait }: Told,
): Promise<void> {
  const blob = blobOf(cache, file);
  const part = partOf(blob);
  const place = file.path.split('/').map(encodeURIComponent).join('/');
  const address = `${connection.endpoint}/${name}/resolve/${commit}/${place}`;
  const get = async (): Promise<void> => {
    if (await isThere(cache, file)) return;
    onMade(blob);
    onMade(part);
    await downloadFile(address, file, part, connection, onBytes);
    await rename(part, blob);
  };
  const { signal } = connection;
  const waiting = { longestMs: LONGEST_WAIT_MS, everyMs: LOOK_EVERY_MS, onWait, signal };
  await withLock(`${blob}.attnscope-lock`, get, waiting);
  onBytes(file.bytes);
}

const partOf = (blob: string): string => `${blob}.attnscope-part`;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);

async function refuseFull({ folder, free }: Disk, needed: number): Promise<void> {
  const bytes = await free(folder);
  if (bytes === undefined || bytes >= needed) return;
  throw new AttnscopeError('bad-input', [
    sentence('The disk has too little space: {needed} MB are needed in {folder}, and {free} MB are free.', {
      needed: Math.ceil(needed / 1e6),
      free: Math.floor(bytes / 1e6),
      folder: quoted(folder),
    }),
    sentence('Make room, or name another folder in HF_HUB_CACHE.'),
  ]);
}

function inWords(error: unknown, folder: string): unknown {
  const reason = diskReason(error);
  if (reason === undefined) return error;
  return new AttnscopeError(
    'bad-input',
    [
      sentence(
        'The file cannot be written into {folder}: {reason}. What came so far is kept for the next try.',
        {
          folder: quoted(folder),
          reason,
        },
      ),
      sentence('Make room, or name another folder in HF_HUB_CACHE.'),
    ],
    { cause: error },
  );
}
