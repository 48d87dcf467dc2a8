import { Worker } from 'node:worker_threads';
import type { Channel, Params, Result } from '../../protocol/channel';
import type { AttnscopeError } from '../../protocol/errors';
import type { scannerMethods } from '../../protocol/scanner';
import type { Disposable } from '../disposable';

/** Time in ms after which a scan is given up. It takes about a millisecond per thousand characters. */
const LONGEST_SCAN_MS = 30_000;

type Methods = typeof scannerMethods;
type ScannerChannel = Channel<Methods, Record<never, never>, unknown>;
type Thread = { worker: Worker; channel: ScannerChannel };

/** Evaluated with the first scan, so that VS Code starts without it. */
const border = async () => ({
  ...(await import('../../protocol/channel')),
  ...(await import('../../protocol/errors')),
  ...(await import('../../protocol/scanner')),
  ...(await import('../../protocol/schema')),
  ...(await import('../../protocol/sentence')),
});
type Border = Awaited<ReturnType<typeof border>>;

/** One request from its asking to its answer. */
interface Job {
  send(channel: ScannerChannel): Promise<void>;
  /** Rejects it; does nothing once it is settled. */
  fail(error: AttnscopeError): void;
}

/**
 * Scans texts in a thread of its own, which starts with the first and is replaced where it fails. It is
 * given one text at a time: a slow one costs the others a wait, but neither their answer nor their time.
 */
export class Scanner implements Disposable {
  private readonly queue: Job[] = [];
  private running: Job | undefined;
  private live: Thread | undefined;
  private disposed = false;

  /**
   * @param program the bundled program of the thread
   * @param longestMs time in ms that one text may take, from when the thread is given it
   */
  constructor(
    private readonly program: string,
    private readonly longestMs = LONGEST_SCAN_MS,
  ) {}

  /**
   * Injection markers in a text. Abort what is no longer wanted: it ends at once, and others need not wait.
   *
   * @throws AttnscopeError `crashed` where the thread failed, `bad-input` where the text took too long,
   * `cancelled` where it was aborted or `dispose` was called meanwhile
   */
  scan(params: Params<Methods, 'scan'>, signal?: AbortSignal): Promise<Result<Methods, 'scan'>> {
    return this.ask('scan', params, signal);
  }

  /** A text read as a prompt, and the injection markers in it; goes before the scans that wait, throws as they do. */
  read(params: Params<Methods, 'read'>, signal?: AbortSignal): Promise<Result<Methods, 'read'>> {
    return this.ask('read', params, signal);
  }

  dispose(): void {
    this.disposed = true;
    // Where nothing runs, nothing waits either.
    if (!this.running) return void this.live?.worker.terminate();
    void border().then((modules) => {
      for (const job of this.queue.splice(0)) job.fail(cancelled(modules));
      this.end(cancelled(modules));
    });
  }

  private async ask<K extends keyof Methods>(
    method: K,
    params: Params<Methods, K>,
    signal: AbortSignal | undefined,
  ): Promise<Result<Methods, K>> {
    const modules = await border();
    if (this.disposed || signal?.aborted) throw cancelled(modules);
    return new Promise<Result<Methods, K>>((resolve, reject) => {
      const onAbort = () => this.cancel(job, cancelled(modules));
      const settled = () => signal?.removeEventListener('abort', onAbort);
      const job: Job = {
        send: (channel) => channel.request(method, params).then(resolve, reject).finally(settled),
        fail: (error) => {
          settled();
          reject(error);
        },
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      if (method === 'read') this.queue.unshift(job);
      else this.queue.push(job);
      this.next(modules);
    });
  }

  /** Gives the thread the next text, where it has none. */
  private next(modules: Border): void {
    if (this.running || this.disposed) return;
    const job = this.queue.shift();
    if (!job) return;
    this.running = job;
    const { channel } = (this.live ??= this.start(modules));
    const late = setTimeout(() => this.end(tooSlow(modules, this.longestMs)), this.longestMs);
    void job.send(channel).then(() => {
      clearTimeout(late);
      this.running = undefined;
      this.next(modules);
    });
  }

  private cancel(job: Job, reason: AttnscopeError): void {
    const place = this.queue.indexOf(job);
    if (place >= 0) this.queue.splice(place, 1);
    job.fail(reason);
    if (job === this.running) this.end(reason);
  }

  /** Ends the thread and what it works on: the next text starts another one, be this one gone yet or not. */
  private end(reason: AttnscopeError): void {
    const ended = this.live;
    this.live = undefined;
    void ended?.worker.terminate();
    ended?.channel.dispose(reason);
  }

  private start({ Channel, AttnscopeError, scannerMethods, sentence, z }: Border): Thread {
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
        new AttnscopeError('crashed', [
          sentence('The text was not scanned: the thread that does it failed ({reason}). Scan it again.', {
            reason,
          }),
        ]),
      );
    });
    return { worker, channel };
  }
}

function cancelled({ AttnscopeError }: Border): AttnscopeError {
  return new AttnscopeError('cancelled', 'The text was not scanned: it is no longer asked for.');
}

function tooSlow({ AttnscopeError, sentence }: Border, longestMs: number): AttnscopeError {
  return new AttnscopeError('bad-input', [
    sentence(
      'The text was not scanned: it took longer than {seconds} seconds. Lower the setting attnscope.scan.maxLength, so that only its start is scanned.',
      { seconds: longestMs / 1000 },
    ),
  ]);
}
