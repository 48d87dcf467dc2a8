import * as vscode from 'vscode';
import { comparePrompts } from '../../../analysis/comparePrompts';
import { openAnalysis } from '../../../protocol/analysis';
import { AttnscopeError } from '../../../protocol/errors';
import type { InferenceProgress } from '../../../protocol/borders/inference';
import { createL10n } from '../../../describe/l10n';
import { describeProgress } from '../../../describe/progress';
import { readTarget, type Reader } from '../../analysis/readTarget';
import { showComparison, type ComparedText } from './comparisonTab';
import type { TextToCompare } from './textsToCompare';

/** Has the model read two texts, and shows what changed between them in a tab; nothing where the person cancels. */
export async function compareTexts(
  reader: Reader,
  extension: vscode.Uri,
  [before, after]: readonly [TextToCompare, TextToCompare],
): Promise<void> {
  const location = vscode.ProgressLocation.Notification;
  const title = vscode.l10n.t('Comparing {0} with {1}', before.title, after.title);
  const words = createL10n(vscode.env.language, vscode.l10n.bundle ?? {});
  await vscode.window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort());
    const onProgress = (told: InferenceProgress) =>
      progress.report({ message: words.say(describeProgress(told)) });
    const options = { signal: abort.signal, onProgress };
    try {
      const [one, other] = [await read(reader, before, options), await read(reader, after, options)];
      if (one.model !== other.model) throw differentModels();
      const named = ({ shown }: ComparedText) => ({ title: shown.title, result: openAnalysis(shown.result) });
      const both = [named(one), named(other)] as const;
      const comparison = await comparePrompts(reader.inference, one.model, both, options);
      await showComparison({ comparison, before: one, after: other }, reader.inference, extension, after.uri);
    } catch (error) {
      if (!abort.signal.aborted) throw error;
    }
  });
}

async function read(
  reader: Reader,
  { title, text, uri, languageId }: TextToCompare,
  options: Parameters<typeof readTarget>[2],
): Promise<ComparedText> {
  const target = { document: { uri, languageId }, text, overflow: 'refuse' as const };
  const { model, result } = await readTarget(reader, target, options);
  const findingTexts = result.findings.map(({ start, end }) => text.slice(start, end));
  return { model, tokenIds: result.tokens.map(({ id }) => id), shown: { title, result, findingTexts } };
}

function differentModels(): AttnscopeError {
  return new AttnscopeError(
    'bad-input',
    vscode.l10n.t(
      'The settings name another model for each of the two files. Compare files that one model reads.',
    ),
  );
}
