import { Worker } from 'node:worker_threads';
import type { Channel, Params, Result } from '../protocol/channel';
import type { scannerMethods } from '../protocol/scanner';
import type { Disposable } from './disposable';

/** Time in ms after which a scan is given up. It takes about a millisecond per thousand characters. */
const LONGEST_SCAN_MS = 30_000;

type Methods = typeof scannerMethods;
type ScannerChannel = Channel<Methods, Record<never, never>, unknown>;

/** Evaluated with the first scan, so that VS Code starts without it. */
const border = async () => ({
  ...(await import('../protocol/channel')),
  ...(await import('../protocol/errors')),
  ...(await import('../protocol/scanner')),
  ...(await import('../protocol/schema')),
});

/** Scans texts in a thread of its own, which starts with the first and is replaced where it fails. */
export class Scanner implements Disposable {
  private live: { worker: Worker; channel: ScannerChannel } | undefined;
  private disposed = false;

  /** @param program the bundled program of the thread */
  constructor(private readonly program: string) {}

  /**
   * Injection markers in a text.
   *
   * @throws AttnscopeError where the thread failed, was too slow, or `dispose` was called meanwhile
   */
  scan(params: Params<Methods, 'scan'>): Promise<Result<Methods, 'scan'>> {
    return this.ask('scan', params);
  }

  /** A text read as a prompt, and the injection markers in it; throws as `scan` does. */
  read(params: Params<Methods, 'read'>): Promise<Result<Methods, 'read'>> {
    return this.ask('read', params);
  }

  dispose(): void {
    this.disposed = true;
    void this.live?.worker.terminate();
  }

  private async ask<K extends keyof Methods>(
    method: K,
    params: Params<Methods, K>,
  ): Promise<Result<Methods, K>> {
    const modules = await border();
    if (this.disposed) {
      throw new modules.AttnscopeError('cancelled', 'The text was not scanned: the extension was ended.');
    }
    const { worker, channel } = (this.live ??= this.start(modules));
    const late = setTimeout(() => void worker.terminate(), LONGEST_SCAN_MS);
    try {
      return await channel.request(method, params);
    } finally {
      clearTimeout(late);
    }
  }

  private start({ Channel, AttnscopeError, scannerMethods, z }: Awaited<ReturnType<typeof border>>): {
    worker: Worker;
    channel: ScannerChannel;
  } {
    const worker = new Worker(this.program);
    const channel: ScannerChannel = new Channel(
      {
        post: (message) => worker.postMessage(message),
        onMessage(listener) {
          worker.on('message', listener);
          return () => worker.off('message', listener);
        },
      },
      { calls: scannerMethods, serves: {}, handlers: {}, progress: z.unknown() },
    );
    let reason = 'it was ended';
    worker.on('error', (error) => (reason = error.message));
    worker.on('exit', () => {
      if (this.live?.worker === worker) this.live = undefined;
      channel.dispose(
        new AttnscopeError(
          'crashed',
          `The text was not scanned: the thread that does it failed (${reason}).`,
        ),
      );
    });
    return { worker, channel };
  }
}
