import * as vscode from 'vscode';
import { comparePrompts } from '../../../analysis/comparePrompts';
import { openAnalysis } from '../../../protocol/analysis';
import { AttnscopeError } from '../../../protocol/errors';
import type { InferenceProgress } from '../../../protocol/borders/inference';
import { createL10n } from '../../../describe/l10n';
import { describeProgress } from '../../../describe/progress';
import { readTarget, type Reader } from '../../analysis/readTarget';
import type { AskedComparison } from './askedComparison';
import { showComparison, type ComparedText } from './comparisonTab';
import { textsOf, type Texts, type TextToCompare } from './textsToCompare';

const KEY = 'attnscope.lastComparison';

/** What comparisons need of the extension. */
export interface ComparingParts {
  reader: Reader;
  extension: vscode.Uri;
  /** Remembers what is compared, for a window that is reloaded. */
  memento: vscode.Memento;
}

/** Has the model read two texts, and shows what changed between them in a tab; nothing where the person cancels. */
export async function compareTexts(parts: ComparingParts, asked: AskedComparison): Promise<void> {
  if (await compared(parts, await textsOf(asked))) await parts.memento.update(KEY, asked);
}

/** Fills the tab that a reloaded window has kept: what was compared is read again, as it is by now. */
export async function restoreComparison(parts: ComparingParts, tab: vscode.WebviewPanel): Promise<void> {
  const asked = parts.memento.get<AskedComparison>(KEY);
  let isShown = false;
  try {
    isShown = asked !== undefined && (await compared(parts, await textsOf(asked), tab));
  } finally {
    if (!isShown) tab.dispose();
  }
}

/** Returns whether the comparison is shown: not where the person cancelled it. */
async function compared(
  { reader, extension }: ComparingParts,
  [before, after]: Texts,
  tab?: vscode.WebviewPanel,
): Promise<boolean> {
  const location = vscode.ProgressLocation.Notification;
  const title = vscode.l10n.t('Comparing {0} with {1}', before.title, after.title);
  const words = createL10n(vscode.env.language, vscode.l10n.bundle ?? {});
  return vscode.window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
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
      const shown = { comparison, before: one, after: other };
      await showComparison(shown, reader.inference, extension, after.uri, tab);
      return true;
    } catch (error) {
      if (!abort.signal.aborted) throw error;
      return false;
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
