import { createInferenceClient } from '../inference/client/createInferenceClient';
import { createL10n } from '../describe/l10n';
import { describeProgress } from '../describe/progress';
import { AttnscopeError } from '../protocol/errors';
import type { Inference, InferenceProgress, InferenceSettings } from '../protocol/borders/inference';
import { bundled } from './paths';

/**
 * Runs `work` with an inference process that starts on its first request and is gone afterwards.
 *
 * @throws AttnscopeError `cancelled` at the first Ctrl+C, whatever the work waits for.
 */
export async function withInference<T>(
  work: (inference: Inference, signal: AbortSignal) => Promise<T>,
  settings: InferenceSettings = {},
): Promise<T> {
  const client = createInferenceClient({ childPath: bundled.inference, settings });
  const abort = new AbortController();
  const onInterrupt = () => abort.abort();
  const interrupted = new Promise<never>((_, reject) => {
    abort.signal.addEventListener('abort', () =>
      reject(new AttnscopeError('cancelled', 'Interrupted before the work was done.')),
    );
  });
  process.once('SIGINT', onInterrupt);
  try {
    return await Promise.race([work(client, abort.signal), interrupted]);
  } finally {
    process.off('SIGINT', onInterrupt);
    client.dispose();
  }
}

/** What a person waits for: a stage of the inference process, or the maps of a report. */
type Progress = InferenceProgress | { stage: 'report'; done: number; total: number };

/** Shows progress on the terminal's error stream; silent where nobody watches. */
export function progressLine(stream: NodeJS.WriteStream = process.stderr): {
  show: (progress: Progress) => void;
  clear: () => void;
} {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  const english = createL10n('en', {});
  const said = (progress: Progress) =>
    progress.stage === 'report'
      ? `Collecting maps for the report ${Math.round((100 * progress.done) / progress.total)} %`
      : `${english.say(describeProgress(progress))} …`;
  const erase = '\r\u001b[K';
  return {
    show: (progress) => stream.write(`${erase}${said(progress)}`),
    clear: () => stream.write(erase),
  };
}
