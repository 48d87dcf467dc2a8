import type * as crypto from 'node:crypto';
import type * as fs from 'node:fs';
import type * as threads from 'node:worker_threads';
import { Worker } from 'node:worker_threads';

/**
 * The thread's program. It is given to the thread as its text, since a bundle cannot start a part of itself: it must know
 * nothing but `require`.
 */
function program(require: (module: string) => unknown): void {
  const { createHash } = require('node:crypto') as typeof crypto;
  const { closeSync, openSync, readSync } = require('node:fs') as typeof fs;
  const { parentPort, workerData } = require('node:worker_threads') as typeof threads;
  const hash = createHash('sha256');
  const block = Buffer.allocUnsafe(1 << 20);
  for (const path of workerData as readonly string[]) {
    const file = openSync(path, 'r');
    for (let bytes; (bytes = readSync(file, block)) > 0;) hash.update(block.subarray(0, bytes));
    closeSync(file);
  }
  parentPort!.postMessage(hash.digest('hex'));
}

/**
 * SHA-256 (hex) over the bytes of files, one after the other, in a thread of its own. Rejects with what the disk says
 * where one cannot be read.
 */
export function hashInThread(paths: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(`(${program.toString()})(require)`, { eval: true, workerData: paths });
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}
