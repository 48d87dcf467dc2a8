import { Worker } from 'node:worker_threads';
import { Channel, type Params } from '../protocol/channel';
import { AttnscopeError } from '../protocol/errors';
import type { Finding } from '../protocol/finding';
import { scannerMethods } from '../protocol/scanner';
import { z } from '../protocol/schema';
import type { Disposable } from './disposable';

/** Time in ms after which a scan is given up. It takes about a millisecond per thousand characters. */
const LONGEST_SCAN_MS = 30_000;

type ScannerChannel = Channel<typeof scannerMethods, Record<never, never>, unknown>;

/** Scans texts in a thread of its own, which starts with the first and is replaced where it fails. */
export class Scanner implements Disposable {
  private live: { worker: Worker; channel: ScannerChannel } | undefined;

  /** @param program the bundled program of the thread */
  constructor(private readonly program: string) {}

  /**
   * Injection markers in a text.
   *
   * @throws AttnscopeError where the thread failed, was too slow, or `dispose` was called meanwhile
   */
  async scan(params: Params<typeof scannerMethods, 'scan'>): Promise<Finding[]> {
    const { worker, channel } = (this.live ??= this.start());
    const late = setTimeout(() => void worker.terminate(), LONGEST_SCAN_MS);
    try {
      return await channel.request('scan', params);
    } finally {
      clearTimeout(late);
    }
  }

  dispose(): void {
    void this.live?.worker.terminate();
  }

  private start(): { worker: Worker; channel: ScannerChannel } {
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
