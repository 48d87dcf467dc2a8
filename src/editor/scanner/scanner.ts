import type { Params, Result } from '../../protocol/borders/channel';
import { AttnscopeError } from '../../protocol/errors';
import { sentence } from '../../protocol/sentence';
import type { Disposable } from '../disposable';
import type { Methods, ScannerThread, startThread } from './scannerThread';

/** Time in ms after which a request is given up. A scan takes about a millisecond per thousand characters. */
const LONGEST_SCAN_MS = 30_000;

type StartThread = typeof startThread;

/** One request from its asking to its answer. */
interface Job {
  /** Time in ms that it may take, from when the thread is given it. */
  longestMs: number;
  send(thread: ScannerThread): Promise<void>;
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
  private thread: ScannerThread | undefined;
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
   * @throws AttnscopeError `crashed` where the thread failed, `TooSlow` where the text took too long,
   * `cancelled` where it was aborted or `dispose` was called meanwhile
   */
  scan(
    params: Params<Methods, 'scan'>,
    signal?: AbortSignal,
    longestMs?: number,
  ): Promise<Result<Methods, 'scan'>> {
    return this.ask('scan', params, signal, longestMs);
  }

  /** Findings that were made elsewhere, with the ways to do away with them; throws as `scan` does. */
  fix(params: Params<Methods, 'fix'>, signal?: AbortSignal): Promise<Result<Methods, 'fix'>> {
    return this.ask('fix', params, signal);
  }

  /** A text read as a prompt, and the injection markers in it; goes before the scans that wait, throws as they do. */
  read(params: Params<Methods, 'read'>, signal?: AbortSignal): Promise<Result<Methods, 'read'>> {
    return this.ask('read', params, signal);
  }

  /** Why rules do, or do not, report what stands at a place; throws as `scan` does. */
  why(params: Params<Methods, 'why'>, signal?: AbortSignal): Promise<Result<Methods, 'why'>> {
    return this.ask('why', params, signal);
  }

  /** The comment that suppresses a finding; throws as `scan` does. */
  suppression(params: Params<Methods, 'suppression'>): Promise<Result<Methods, 'suppression'>> {
    return this.ask('suppression', params, undefined);
  }

  /** What is decided beside a file about scanning it; throws as `scan` does. */
  decides(params: Params<Methods, 'decides'>): Promise<Result<Methods, 'decides'>> {
    return this.ask('decides', params, undefined);
  }

  /** What is said about each rule; throws as `scan` does. */
  rules(signal?: AbortSignal): Promise<Result<Methods, 'rules'>> {
    return this.ask('rules', {}, signal);
  }

  dispose(): void {
    this.disposed = true;
    for (const job of this.queue.splice(0)) job.fail(cancelled());
    this.end(cancelled());
  }

  private async ask<K extends keyof Methods>(
    method: K,
    params: Params<Methods, K>,
    signal: AbortSignal | undefined,
    longestMs = this.longestMs,
  ): Promise<Result<Methods, K>> {
    // Loaded with the first scan, so that VS Code starts without it.
    const { startThread } = await import('../bordersProgram');
    if (this.disposed || signal?.aborted) throw cancelled();
    return new Promise<Result<Methods, K>>((resolve, reject) => {
      const onAbort = () => this.cancel(job);
      const settled = () => signal?.removeEventListener('abort', onAbort);
      const job: Job = {
        longestMs,
        send: (thread) => thread.request(method, params).then(resolve, reject).finally(settled),
        fail: (error) => {
          settled();
          reject(error);
        },
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      if (method === 'read') this.queue.unshift(job);
      else this.queue.push(job);
      this.next(startThread);
    });
  }

  /** Gives the thread the next text, where it has none. */
  private next(startThread: StartThread): void {
    if (this.running || this.disposed) return;
    const job = this.queue.shift();
    if (!job) return;
    this.running = job;
    const thread = (this.thread ??= this.start(startThread));
    const endAfter = (ms: number) => setTimeout(() => this.end(new TooSlow(ms)), ms);
    let late = endAfter(this.longestMs);
    // A thread that starts takes none of the time that a text has.
    void thread.ready.then(() => {
      if (this.running !== job) return;
      clearTimeout(late);
      late = endAfter(job.longestMs);
    });
    void job.send(thread).then(() => {
      clearTimeout(late);
      this.running = undefined;
      this.next(startThread);
    });
  }

  private start(startThread: StartThread): ScannerThread {
    const thread = startThread(this.program, () => {
      if (this.thread === thread) this.thread = undefined;
    });
    return thread;
  }

  private cancel(job: Job): void {
    const place = this.queue.indexOf(job);
    if (place >= 0) this.queue.splice(place, 1);
    job.fail(cancelled());
    if (job === this.running) this.end(cancelled());
  }

  /** Ends the thread and what it works on: the next text starts another one, whether this one is gone yet or not. */
  private end(reason: AttnscopeError): void {
    const ended = this.thread;
    this.thread = undefined;
    ended?.end(reason);
  }
}

function cancelled(): AttnscopeError {
  return new AttnscopeError('cancelled', 'The text was not scanned: it is no longer asked for.');
}

/** A text took longer than it may. */
export class TooSlow extends AttnscopeError {
  constructor(longestMs: number) {
    super('bad-input', [
      sentence(
        'The text was not scanned: it took longer than {seconds} seconds. Lower the setting attnscope.scan.maxLength, so that only its start is scanned.',
        { seconds: longestMs / 1000 },
      ),
    ]);
  }
}
