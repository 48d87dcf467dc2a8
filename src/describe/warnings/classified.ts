import type { AnalysisResult } from '../../protocol/analysis';
import { plainText } from '../../protocol/plainText';
import { sentence } from '../../protocol/sentence';
import type { Phrase } from '../phrase';

/** What the person's own classifier says: its likeliest sentence and what that is worth; nothing where there is none. */
export function classified({ classifier, spans }: AnalysisResult): Phrase[] {
  if (!classifier) return [];
  const { name, label, cut } = classifier;
  const [first] = spans
    .filter(({ scores }) => scores.classifier !== null)
    .sort((one, other) => other.scores.classifier! - one.scores.classifier!);
  if (!first) return [];
  const said = sentence(
    'Your classifier “{name}” gives its label {label} the highest probability, {score}, at line {line}, column {column}. That is no warning, as nothing was calibrated for it.',
    {
      name: plainText(name, 60),
      label: plainText(label, 60),
      score: { rounded: first.scores.classifier! },
      line: String(first.line),
      column: String(first.column),
    },
  );
  const wasCut = sentence(
    'It read only the beginning of some sentences ({count}), which are longer than its context.',
    { count: cut },
  );
  return cut > 0 ? [said, wasCut] : [said];
}
