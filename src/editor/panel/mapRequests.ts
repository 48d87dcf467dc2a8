import type { Inference, InferenceParams, InferenceResult } from '../../protocol/inference';

/** Asks for maps one request after the other. */
export type RequestMaps = (
  params: InferenceParams<'maps'>,
  signal: AbortSignal,
) => Promise<InferenceResult<'maps'>>;

/**
 * Makes a queue of map requests. One that is no longer wanted is left out as long as it waits; one
 * that runs is let run, since ending it would end the process and with it all that it keeps.
 */
export function createMapRequests(inference: Inference): RequestMaps {
  let last: Promise<unknown> = Promise.resolve();
  return (params, signal) => {
    const next = last.then(() => {
      signal.throwIfAborted();
      return inference.request('maps', params);
    });
    last = next.catch(() => undefined);
    return next;
  };
}
