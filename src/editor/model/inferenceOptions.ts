import type { InferenceClientOptions } from '../../inference/client/createInferenceClient';
import { expand } from './expand';
import type { Settings } from '../settings/settings';

const MEBIBYTE = 2 ** 20;
const GIGABYTE = 1e9;
/** Least time with nothing to do after which the process ends, in s. */
const SHORTEST_IDLE = 10;
/** Longest such time, in s: a timer of more than 2^31 - 1 ms fires at once. */
export const LONGEST_IDLE = 2_147_483;

/** A server that the person lets be asked. */
export interface ServerAccess {
  host: string;
  /** Nothing where none was set: the environment may have one. */
  token: string | undefined;
}

/** Whether a process that was started for one can ask the other: its environment has one token. */
export function isSameAccess(started: ServerAccess | undefined, server: ServerAccess): boolean {
  return started?.token === server.token && (server.token === undefined || started?.host === server.host);
}

/** Options of the inference client by the person's settings; numbers that make no sense count as the nearest ones that do. */
export function inferenceOptions(
  { model, served }: Pick<Settings, 'model' | 'served'>,
  cacheFolder: string,
  server?: ServerAccess,
): Pick<InferenceClientOptions, 'settings' | 'idleMs' | 'serverToken'> {
  const { provider, threads, mapMemory, cacheSize, idleSeconds } = model;
  const { tokenizer, certificate, timeLimit } = served;
  const wholeThreads = Math.floor(threads);
  return {
    settings: {
      ...(wholeThreads >= 1 ? { threads: wholeThreads } : {}),
      mapBytes: Math.floor(Math.max(0, mapMemory) * MEBIBYTE),
      provider,
      cacheFolder,
      served: {
        ...(tokenizer ? { tokenizer: expand(tokenizer) } : {}),
        ...(certificate ? { certificate: expand(certificate) } : {}),
        ...(server?.token === undefined ? {} : { tokenHost: server.host }),
        timeLimitMs: Math.max(1, Math.floor(timeLimit)) * 1000,
      },
      cacheBytes: Math.max(0, cacheSize) * GIGABYTE,
    },
    serverToken: server?.token,
    idleMs: Math.min(Math.max(SHORTEST_IDLE, idleSeconds), LONGEST_IDLE) * 1000,
  };
}
