import { Worker } from 'node:worker_threads';

/** The thread's program; a text, since a bundle cannot start a part of itself. */
const PROGRAM = `
const { createHash } = require('node:crypto');
const { closeSync, openSync, readSync } = require('node:fs');
const { parentPort, workerData: paths } = require('node:worker_threads');
const hash = createHash('sha256');
const block = Buffer.allocUnsafe(1 << 20);
for (const path of paths) {
  const file = openSync(path, 'r');
  for (let bytes; (bytes = readSync(file, block)) > 0; ) hash.update(block.subarray(0, bytes));
  closeSync(file);
}
parentPort.postMessage(hash.digest('hex'));
`;

/**
 * SHA-256 (hex) over the bytes of files, one after the other, in a thread of its own. Rejects with what the disk says
 * where one cannot be read.
 */
export function hashInThread(paths: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(PROGRAM, { eval: true, workerData: paths });
    thread.once('message', resolve);
    thread.once('error', reject);
  });
}
