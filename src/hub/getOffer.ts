import { mkdir, rename } from 'node:fs/promises';
import { diskReason } from '../disk/diskReasons';
import { withLock } from '../disk/lock';
import { AttnscopeError, cancelled } from '../protocol/errors';
import { quoted } from '../protocol/plainText';
import { sentence } from '../protocol/sentence';
import type { Connection } from './connection';
import type { Disk } from './disk';
import { downloadFile } from './downloadFile';
import { blobOf, isThere, link, modelCache, noteRevision, placeOf, sizeOf, takeBack } from './hubCache';
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
  const graph = offer.files.find(({ path }) => path === offer.path)!;
  const made = new Set<string>();
  try {
    await mkdir(cache.blobs, { recursive: true });
    const there = new Map<ListedFile, number>();
    for (const file of offer.files)
      there.set(file, (await isThere(cache, file)) ? file.bytes : await sizeOf(partOf(blobOf(cache, file))));
    const kept = sum(
      offer.files.filter((file) => there.get(file)! < file.bytes).map((file) => there.get(file)!),
    );
    await refuseFull(disk, offer.bytes - sum([...there.values()]));
    const tell = (waiting: boolean) =>
      onProgress({
        done: Math.min(offer.bytes, sum([...there.values()])),
        total: offer.bytes,
        kept,
        waiting,
      });
    tell(false);
    for (const file of offer.files) {
      const blob = blobOf(cache, file);
      await withLock(
        `${blob}.attnscope-lock`,
        async () => {
          tell(false);
          if (await isThere(cache, file)) return;
          made.add(blob).add(partOf(blob));
          const address = `${connection.endpoint}/${listing.name}/resolve/${listing.commit}/${file.path.split('/').map(encodeURIComponent).join('/')}`;
          await downloadFile(address, file, partOf(blob), connection, (bytes) => {
            there.set(file, bytes);
            tell(false);
          });
          await rename(partOf(blob), blob);
        },
        {
          ...{ longestMs: LONGEST_WAIT_MS, everyMs: LOOK_EVERY_MS, signal: connection.signal },
          onWait: () => tell(true),
        },
      );
      there.set(file, file.bytes);
      tell(false);
    }
    for (const file of offer.files) await link(cache, file);
    await noteRevision(cache, revision, listing.commit);
    return placeOf(cache, graph);
  } catch (error) {
    if (connection.signal.aborted) {
      await takeBack(cache, made);
      throw cancelled();
    }
    throw inWords(error, disk.folder);
  }
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
