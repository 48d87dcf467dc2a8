import { mkdir, open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { logError } from './diskError';
import { withLock } from '../disk/lock';
import { rotate, ROTATION, type Rotation } from './rotation';

/** Bytes that are written at once, where many lines wait. */
const MOST_AT_ONCE = 1_000_000;

/** A log of alerts in files, which several processes may write at the same time. */
export interface AlertLog {
  /**
   * Writes a line (without its line end). Once this resolves the line is on the disk, whole, whatever becomes of this
   * process; lines that wait meanwhile are written together.
   *
   * @throws AttnscopeError `bad-input` where it cannot be written: it may be there in part, and must not be announced
   */
  append(line: string): Promise<void>;
}

interface Waiting {
  bytes: Buffer;
  written(): void;
  failed(error: unknown): void;
}

/**
 * Opens a log, and makes its folder and file where there are none. `onHalfLine` is told that a line was cut short by
 * another process, or a full disk: it stays as a line of its own.
 *
 * @throws AttnscopeError `bad-input` where it cannot be written
 */
export async function openAlertLog(
  file: string,
  onHalfLine: () => void,
  rotation: Rotation = ROTATION,
): Promise<AlertLog> {
  const log = path.resolve(file);
  const lock = `${log}.lock`;
  const write = async (bytes: Buffer): Promise<void> => {
    try {
      if (await withLock(lock, () => appendWhole(log, bytes, rotation))) onHalfLine();
    } catch (error) {
      throw logError(file, error);
    }
  };
  const make = mkdir(path.dirname(log), { recursive: true });
  await make.catch((error: unknown) => Promise.reject(logError(file, error)));
  await write(Buffer.alloc(0));

  let waiting: Waiting[] = [];
  let running = false;
  const run = async (): Promise<void> => {
    running = true;
    while (waiting.length > 0) {
      const turn = nextTurn(waiting);
      waiting = waiting.slice(turn.length);
      await write(Buffer.concat(turn.map(({ bytes }) => bytes))).then(
        () => turn.forEach(({ written }) => written()),
        (error: unknown) => turn.forEach(({ failed }) => failed(error)),
      );
    }
    running = false;
  };
  return {
    append: (line) =>
      new Promise((written, failed) => {
        waiting.push({ bytes: Buffer.from(`${line}\n`), written, failed });
        if (!running) void run();
      }),
  };
}

/** The lines that are written together: as many as fit, but one at least. */
function nextTurn(waiting: readonly Waiting[]): Waiting[] {
  let bytes = 0;
  const end = waiting.findIndex((one, at) => (bytes += one.bytes.length) > MOST_AT_ONCE && at > 0);
  return waiting.slice(0, end < 0 ? waiting.length : end);
}

/** Writes whole lines behind what is there, and waits for the disk. Returns whether half a line was found there. */
async function appendWhole(log: string, bytes: Buffer, { maxBytes, keep }: Rotation): Promise<boolean> {
  // Only appending, whoever else writes: a second writer cannot write over what the first wrote.
  let handle = await open(log, 'a+');
  try {
    let { size } = await handle.stat();
    const isNew = size === 0;
    let half = size > 0 && !(await endsLine(handle, size));
    if (size > 0 && size + bytes.length > maxBytes) {
      await handle.close();
      await rotate(log, keep);
      handle = await open(log, 'a+');
      size = 0;
    } else if (half && bytes.length > 0) bytes = Buffer.concat([Buffer.from('\n'), bytes]);
    else half = false;
    await writeAll(handle, bytes);
    if (bytes.length > 0) await handle.sync();
    if (isNew || size === 0) await syncFolder(path.dirname(log));
    return half;
  } finally {
    await handle.close();
  }
}

async function endsLine(handle: FileHandle, size: number): Promise<boolean> {
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] === 0x0a;
}

/** One write of the system as a rule; a full disk may take a part first, and then say that it is full. */
async function writeAll(handle: FileHandle, bytes: Buffer): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    done += (await handle.write(bytes, done)).bytesWritten;
  }
}

/** Makes the name of a new file last; Windows needs and has no such thing. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
