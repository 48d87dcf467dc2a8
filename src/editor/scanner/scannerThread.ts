import { Worker } from 'node:worker_threads';
import { Channel, type Params, type Result } from '../../protocol/borders/channel';
import { AttnscopeError } from '../../protocol/errors';
import { FoldersProgress, scannerMethods } from '../../protocol/borders/scanner';
import { sentence } from '../../protocol/sentence';

export type Methods = typeof scannerMethods;

/** A thread that scans one text at a time. */
export interface ScannerThread {
  /** Once it can work; never where it fails before. */
  ready: Promise<void>;
  request<K extends keyof Methods>(
    method: K,
    params: Params<Methods, K>,
    onProgress?: (progress: FoldersProgress) => void,
  ): Promise<Result<Methods, K>>;
  /** Ends it; what it works on is rejected with `reason`. */
  end(reason: AttnscopeError): void;
}

/**
 * Starts a thread. Where it ends by itself, what it works on is rejected as `crashed`.
 *
 * @param program the bundled program of the thread
 */
export function startThread(program: string, onEnd: () => void): ScannerThread {
  const worker = new Worker(program);
  const channel = new Channel(
    {
      post: (message) => worker.postMessage(message),
      onMessage(listener) {
        worker.on('message', listener);
        return () => worker.off('message', listener);
      },
    },
    { calls: scannerMethods, serves: {}, handlers: {}, progress: FoldersProgress },
  );
  let why = 'it was ended';
  worker.on('error', (error) => (why = error.message));
  worker.on('exit', () => {
    onEnd();
    channel.dispose(crashed(why));
  });
  const ready = new Promise<void>((resolve) => {
    channel.request('ready', {}).then(
      () => resolve(),
      () => undefined,
    );
  });
  return {
    ready,
    request: (method, params, onProgress) => channel.request(method, params, { onProgress }),
    end(reason) {
      void worker.terminate();
      channel.dispose(reason);
    },
  };
}

function crashed(reason: string): AttnscopeError {
  return new AttnscopeError('crashed', [
    sentence('The text was not scanned: the thread that does it failed ({reason}). Scan it again.', {
      reason,
    }),
  ]);
}
