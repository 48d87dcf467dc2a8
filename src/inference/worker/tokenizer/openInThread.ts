import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Encoded } from '../../../model/tokens/encoder';
import { AttnscopeError, fromWireError } from '../../../protocol/errors';
import { openNative, type NativeTokenizer } from './openNative';
import type { Asked, Told } from './threadMessages';

/** A tokenizer that is being opened. */
export interface OpeningTokenizer {
  opened: Promise<NativeTokenizer>;
  /** Gives its memory back. */
  end(): void;
}

/** The bundled program; where sources are run as they are there is none, and the tokenizer is opened here. */
const PROGRAM = join(__dirname, 'tokenizer.js');

/** Opens a tokenizer.json in a thread of its own. `opened` is rejected with `bad-model` where it cannot be used. */
export function openInThread(path: string): OpeningTokenizer {
  if (!existsSync(PROGRAM)) return { opened: openNative(path), end: () => undefined };
  const thread = new Worker(PROGRAM, { workerData: path });
  // A process with nothing else to do ends.
  thread.unref();
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  let asked = 0;
  const ask = (question: Asked): Promise<unknown> =>
    new Promise((resolve, reject) => {
      waiting.set(++asked, { resolve, reject });
      thread.postMessage({ id: asked, ...question });
    });
  thread.on('message', ({ id, result, error }: Told) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (error) one?.reject(fromWireError(error));
    else one?.resolve(result);
  });
  const fail = (why: string): void => {
    const error = new AttnscopeError('internal', `The thread of the tokenizer ended: ${why}.`);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  thread.on('error', ({ message }) => fail(message));
  thread.on('exit', () => fail('it was no longer needed'));
  return { opened: open(ask), end: () => void thread.terminate() };
}

async function open(ask: (question: Asked) => Promise<unknown>): Promise<NativeTokenizer> {
  return {
    split: (await ask({ call: 'open' })) as NativeTokenizer['split'],
    encode: (...args) => ask({ call: 'encode', args }) as Promise<Encoded>,
    write: (ids) => ask({ call: 'write', ids }) as Promise<string>,
  };
}
