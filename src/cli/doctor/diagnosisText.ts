import { createL10n } from '../../describe/l10n';
import { describeDiagnosis, verdictOf } from '../../describe/model/diagnosis';
import { plainText } from '../../protocol/plainText';
import type { Diagnosis } from '../../protocol/requests/doctor';

/** Longest name of a model, in UTF-16 code units. */
const LONGEST = 120;

/** A diagnosis as lines of a terminal. */
export function diagnosisText(diagnosis: Diagnosis): string {
  const { say, write } = createL10n('en', {});
  const sections = describeDiagnosis(diagnosis).map(({ heading, facts }) => [
    say(heading),
    ...facts.map(({ name, told }) => `  ${write(name)}: ${write(told)}`),
    '',
  ]);
  const { name, problem } = diagnosis;
  const verdict = say(verdictOf(diagnosis));
  const lines = [
    plainText(name, LONGEST),
    '',
    ...sections.flat(),
    problem === null ? verdict : `${verdict} ${problem}`,
  ];
  return `${lines.join('\n')}\n`;
}
