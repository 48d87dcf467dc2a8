import { createInferenceClient } from '../inference/client/createInferenceClient';
import { createL10n } from '../describe/l10n';
import { describeProgress, type Progress } from '../describe/progress';
import { describeProvider } from '../describe/model/provider';
import type { ModelSummary } from '../protocol/analysis';
import { AttnscopeError } from '../protocol/errors';
import type { UsedProvider } from '../protocol/requests/provider';
import type { Inference, InferenceSettings } from '../protocol/borders/inference';
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
    return await Promise.race([work(tellingProvider(client), abort.signal), interrupted]);
  } finally {
    process.off('SIGINT', onInterrupt);
    client.dispose();
  }
}

/** A client that says on the error stream, once, where another than the processor was asked to compute a model. */
function tellingProvider(client: Inference): Inference {
  let told = false;
  return {
    async request(...asked) {
      const result = await client.request(...asked);
      const { provider, model } = result as { provider?: UsedProvider; model?: Partial<ModelSummary> };
      const used = provider ?? model?.provider;
      if (used && !told)
        process.stderr.write(`Computed by ${createL10n('en', {}).say(describeProvider(used))}.\n`);
      told ||= used !== undefined;
      return result;
    },
  };
}

/** Shows progress on the terminal's error stream; silent where nobody watches. */
export function progressLine(stream: NodeJS.WriteStream = process.stderr): {
  show: (progress: Progress) => void;
  clear: () => void;
} {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  const english = createL10n('en', {});
  const erase = '\r\u001b[K';
  return {
    show: (progress) => stream.write(`${erase}${english.say(describeProgress(progress))} …`),
    clear: () => stream.write(erase),
  };
}
