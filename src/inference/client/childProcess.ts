import { fork } from 'node:child_process';
import type { Transport } from '../../protocol/borders/channel';
import type { InferenceSettings } from '../../protocol/borders/inference';
import { StderrTail } from './stderrTail';

/** How a child ended and what it said last. */
export interface ChildExit {
  readonly code: number | null;
  readonly signal: string | null;
  /** One paragraph, safe to show; may be empty. */
  readonly lastWords: string;
}

/** A process that answers requests, as the client sees it. */
export interface Child extends Transport {
  /** `undefined` where it could not be started. */
  readonly pid: number | undefined;
  /** Called once, after the last message. */
  onExit(listener: (exit: ChildExit) => void): void;
  /** Ends it at once, whatever it is doing. */
  kill(): void;
}

/** Starts a child, with more in its environment; passed in so that tests need no process. */
export type Spawn = (
  childPath: string,
  settings: InferenceSettings,
  environment?: Readonly<Record<string, string>>,
) => Child;

const OWN_ENVIRONMENT = {
  // Inside an editor the running program is Electron, which has to be told to be Node.
  ELECTRON_RUN_AS_NODE: '1',
  // ONNX Runtime (1.29 and later) keeps a device id on the disk and sends events to its maker unless told not to.
  ORT_DISABLE_TELEMETRY: '1',
};

/** Starts the inference program at `childPath` as a process of its own. */
export const spawnChild: Spawn = (childPath, settings, environment = {}) => {
  const process_ = fork(childPath, [JSON.stringify(settings)], {
    // Tensors cross as typed arrays, not as JSON.
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    execArgv: [],
    env: { ...process.env, ...environment, ...OWN_ENVIRONMENT },
  });
  const tail = new StderrTail();
  process_.stdout?.resume();
  process_.stderr?.setEncoding('utf8').on('data', (chunk: string) => tail.push(chunk));

  const exitListeners: ((exit: ChildExit) => void)[] = [];
  let ended = false;
  const end = (code: number | null, signal: string | null) => {
    if (ended) return;
    ended = true;
    for (const listener of exitListeners) listener({ code, signal, lastWords: tail.paragraph() });
  };
  // `close` comes after stderr has been read to its end; `error` where there is no process at all.
  process_.on('close', end);
  process_.on('error', (error) => {
    if (process_.pid !== undefined) return;
    tail.push(error.message);
    end(null, null);
  });

  return {
    pid: process_.pid,
    post(message) {
      // A child that is gone is told by its exit, not here.
      process_.send(message as object, () => undefined);
    },
    onMessage(listener) {
      process_.on('message', listener);
      return () => process_.off('message', listener);
    },
    onExit: (listener) => void exitListeners.push(listener),
    kill: () => void process_.kill('SIGKILL'),
  };
};
