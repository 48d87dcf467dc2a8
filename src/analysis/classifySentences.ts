import { unpack } from '../protocol/borders/packed';
import type { Inference, RequestOptions } from '../protocol/borders/inference';
import type { SpanScores } from '../protocol/analysis';
import type { DocumentPrompt } from '../protocol/document';
import { ModelInput } from '../protocol/prompt';
import type { UsedClassifier } from '../protocol/requests/classify';
import { sourceToContent } from '../protocol/text/sourceMap';
import { injectionLabel, refuseLabels } from './injectionLabel';

/** A classifier of a person's own. */
export interface OwnClassifier {
  /** Its folder or graph file. */
  path: string;
  /** The label that means injection; where absent, its labels have to tell. */
  label?: string;
}

/**
 * The probability of the label that means injection for each sentence of a prompt, as it is said, not as it is written.
 *
 * @throws AttnscopeError `bad-input` where it is not clear which label that is; else what the inference process refuses.
 */
export async function classifySentences(
  inference: Inference,
  { path, label }: OwnClassifier,
  { sentences, input }: Pick<DocumentPrompt, 'sentences' | 'input'>,
  options: RequestOptions = {},
): Promise<{ used: UsedClassifier; scores: Pick<SpanScores, 'classifier'>[] }> {
  // Asked first, so that nobody waits for figures of which none is meant.
  const { labels } = await inference.request('classify', { model: path, texts: [] }, options);
  const meant = injectionLabel(labels, label);
  if (meant === null) throw refuseLabels(labels, label);
  const { segments } = unpack(input, ModelInput);
  const texts = sentences.map((sentence) => {
    const said = segments[sentence.segment]!;
    const { start, end } = sourceToContent(said, sentence);
    return said.content.slice(start, end);
  });
  const { name, probabilities, cut } = await inference.request('classify', { model: path, texts }, options);
  return {
    used: { name, label: labels[meant]!, cut: cut.length },
    scores: probabilities.map((row) => ({ classifier: row[meant]! })),
  };
}
