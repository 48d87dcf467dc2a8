import { rmSync } from 'node:fs';
import { Channel } from '../../protocol/borders/channel';
import { AttnscopeError, cancelled } from '../../protocol/errors';
import {
  inferenceMethods,
  InferenceProgress,
  partialPath,
  TOKEN_VARIABLE,
  type Inference,
  type InferenceMethods,
  type InferenceParams,
  type InferenceResult,
  type InferenceSettings,
  type RequestOptions,
} from '../../protocol/borders/inference';
import { sentence } from '../../protocol/sentence';
import { spawnChild, type Child, type ChildExit, type Spawn } from './childProcess';
import { systemClock, type Clock } from './clock';
import { restartAfter } from './restartPolicy';

/** `stopped` also while an automatic restart is waited for. */
export type InferenceState = 'stopped' | 'starting' | 'ready' | 'busy' | 'stopping';

export interface InferenceClientOptions {
  /** The bundled program of the inference process. */
  readonly childPath: string;
  readonly settings?: InferenceSettings;
  /** For the server that `settings.served.tokenHost` names; goes by the environment, where other users cannot read it. */
  readonly serverToken?: string | undefined;
  /** Ends the child, and so frees its memory, after this many ms with nothing to do. */
  readonly idleMs?: number;
  readonly onState?: (state: InferenceState) => void;
  readonly spawn?: Spawn;
  readonly clock?: Clock;
}

/** The inference process as the host sees it. */
export interface InferenceClient extends Inference {
  readonly state: InferenceState;
  /** Ends the child and rejects what is pending with `cancelled`. */
  dispose(): void;
}

type HostChannel = Channel<InferenceMethods, Record<never, never>, InferenceProgress>;

/** One request, from when it is made to its answer. */
interface Job {
  /** File or folder that the child is asked to write; what it leaves beside it is removed before the job fails. */
  readonly out: string | undefined;
  /** The process outlives an abort of it. */
  readonly livesOn: boolean;
  /** See `RequestOptions`. */
  readonly ahead: boolean;
  /** Stops it at its next step and puts it back where it waited; absent where it does not give way. */
  giveWay?: () => void;
  send(channel: HostChannel): Promise<void>;
  /** Settles the job; later calls do nothing. */
  fail(error: AttnscopeError): void;
}

/**
 * Makes a client whose child starts on the first request. Requests are sent one after the other, so
 * that it is known which one a crash belongs to: that one fails, those after it are kept.
 */
export function createInferenceClient(options: InferenceClientOptions): InferenceClient {
  return new LocalInference(options);
}

const IDLE_MS = 5 * 60_000;

class LocalInference implements InferenceClient {
  state: InferenceState = 'stopped';
  private readonly queue: Job[] = [];
  private running: Job | undefined;
  private live: { child: Child; channel: HostChannel } | undefined;
  private crashes: number[] = [];
  private stopTimer: () => void = () => undefined;
  private disposed = false;

  private readonly clock: Clock;

  constructor(private readonly options: InferenceClientOptions) {
    this.clock = options.clock ?? systemClock;
  }

  request<K extends keyof InferenceMethods>(
    method: K,
    params: InferenceParams<K>,
    options: RequestOptions = {},
  ): Promise<InferenceResult<K>> {
    return new Promise<InferenceResult<K>>((resolve, reject) => {
      const { signal, onProgress, ahead = false, givesWay = false } = options;
      const stopsItself = givesWay || (options.stopsItself ?? false);
      if (this.disposed || signal?.aborted) return reject(cancelled());
      const onAbort = () => this.cancel(job);
      const settled = () => signal?.removeEventListener('abort', onAbort);
      const job: Job = {
        out: 'out' in params ? params.out : undefined,
        livesOn: (options.letRun ?? false) || stopsItself,
        ahead,
        async send(channel) {
          const way = new AbortController();
          if (givesWay) job.giveWay = () => way.abort();
          const stop = givesWay ? AbortSignal.any([way.signal, ...(signal ? [signal] : [])]) : signal;
          try {
            resolve(
              await channel.request(method, params, { onProgress, ...(stopsItself && { signal: stop }) }),
            );
          } catch (error) {
            if (way.signal.aborted && !signal?.aborted) return requeue();
            reject(error as Error);
          }
          settled();
        },
        fail: (error) => {
          settled();
          reject(error);
        },
      };
      // Before all that waits as it did, behind what it gave way to.
      const requeue = () => void this.queue.splice(this.firstBehind(), 0, job);
      signal?.addEventListener('abort', onAbort, { once: true });
      this.queue.splice(ahead ? this.firstBehind() : this.queue.length, 0, job);
      if (ahead) this.running?.giveWay?.();
      this.next();
    });
  }

  /** Where the jobs begin that do not go ahead. */
  private firstBehind(): number {
    const at = this.queue.findIndex(({ ahead }) => !ahead);
    return at < 0 ? this.queue.length : at;
  }

  dispose(): void {
    this.disposed = true;
    this.stopTimer();
    for (const job of this.queue.splice(0)) job.fail(cancelled());
    if (this.running) this.end(this.running);
    else this.stop();
  }

  /** Sends the next request if none is running; starts the child for it without waiting. */
  private next(): void {
    if (this.running || this.state === 'stopping') return;
    this.stopTimer();
    const job = this.queue[0];
    if (!job) {
      if (this.live) this.stopTimer = this.clock.after(this.options.idleMs ?? IDLE_MS, () => this.stop());
      return;
    }
    this.queue.shift();
    this.running = job;
    const live = (this.live ??= this.start());
    if (this.state === 'ready') this.setState('busy');
    // A program that ends at once waits for no child.
    const onHostExit = () => {
      live.child.kill();
      removePartial(job, live.child);
    };
    if (job.out !== undefined) process.once('exit', onHostExit);
    void job.send(live.channel).then(() => {
      process.off('exit', onHostExit);
      if (this.running !== job) return;
      this.running = undefined;
      if (this.state === 'busy') this.setState('ready');
      this.next();
    });
  }

  private start(): { child: Child; channel: HostChannel } {
    this.setState('starting');
    const { spawn = spawnChild, childPath, settings = {}, serverToken } = this.options;
    const child = spawn(
      childPath,
      settings,
      serverToken === undefined ? undefined : { [TOKEN_VARIABLE]: serverToken },
    );
    const channel: HostChannel = new Channel(child, {
      calls: inferenceMethods,
      serves: {},
      handlers: {},
      progress: InferenceProgress,
    });
    child.onMessage(() => {
      if (this.state === 'starting') this.setState('busy');
    });
    child.onExit((exit) => this.exited(channel, exit));
    return { child, channel };
  }

  private cancel(job: Job): void {
    const place = this.queue.indexOf(job);
    if (place >= 0) this.queue.splice(place, 1);
    if (job === this.running && !job.livesOn) this.end(job);
    else job.fail(cancelled());
  }

  /** Ends the job that runs, and the child with it. */
  private end(job: Job): void {
    // One that writes a file fails once the child is gone and can write no more.
    if (job.out === undefined) job.fail(cancelled());
    this.stop();
  }

  /** Ends the child on purpose. The native call that it is in cannot be interrupted, hence no farewell. */
  private stop(): void {
    if (!this.live) return;
    this.setState('stopping');
    this.live.child.kill();
  }

  private exited(channel: HostChannel, exit: ChildExit): void {
    const onPurpose = this.state === 'stopping';
    this.stopTimer();
    if (this.live && this.running) removePartial(this.running, this.live.child);
    this.live = undefined;
    this.running = undefined;
    this.setState('stopped');
    if (onPurpose) {
      channel.dispose(cancelled());
      return this.next();
    }
    this.crashes = [...this.crashes, this.clock.now()].slice(-10);
    channel.dispose(crashed(exit));
    if (this.queue.length === 0) return;
    const wait = restartAfter(this.crashes);
    if (wait !== 'never') {
      this.stopTimer = this.clock.after(wait, () => this.next());
      return;
    }
    for (const job of this.queue.splice(0)) job.fail(stopped());
  }

  private setState(state: InferenceState): void {
    this.state = state;
    this.options.onState?.(state);
  }
}

/** Removes what a child that is gone left of a file, or folder; one that stays is no reason to hide how it ended. */
function removePartial({ out }: Job, { pid }: Child): void {
  if (out === undefined || pid === undefined) return;
  try {
    rmSync(partialPath(out, pid), { recursive: true, force: true });
  } catch {
    // The disk refuses. Nothing has said that the file is whole.
  }
}

function stopped(): AttnscopeError {
  return new AttnscopeError('stopped', [
    sentence(
      'The inference process ended five times within three minutes, so it is not started again by itself. Ask again to start it.',
    ),
  ]);
}

function crashed({ code, signal, lastWords }: ChildExit): AttnscopeError {
  const how = signal
    ? sentence('The inference process was ended by {signal} while it worked on this request.', { signal })
    : code === null
      ? sentence('The inference process could not be started for this request.')
      : sentence('The inference process ended with exit code {code} while it worked on this request.', {
          code,
        });
  const words = lastWords?.replace(/[.\s]+$/, '');
  return new AttnscopeError('crashed', [
    how,
    ...(words ? [sentence('Its last words: {words}.', { words })] : []),
    ...(signal === 'SIGKILL'
      ? [sentence('Where nobody ended it, the machine may have run out of memory.')]
      : []),
    sentence('The request was not repeated; ask again to start it anew.'),
  ]);
}
