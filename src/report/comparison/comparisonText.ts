import { describeComparison } from '../../describe/comparison/comparison';
import { createL10n } from '../../describe/l10n';
import type { Phrase } from '../../describe/phrase';
import type { ReadingPosition } from '../../protocol/attention';
import type { Comparison } from '../../protocol/measured/comparison';
import { foreignLine } from '../foreignLine';

/** A comparison for a terminal: what changed, the largest first. Holds no word of the prompts. */
export function comparisonText(comparison: Comparison, reading: ReadingPosition['kind']): string {
  const { before, after, model } = comparison;
  const said = describeComparison(comparison, reading);
  const english = createL10n('en', {});
  const line = (phrase: Phrase) => foreignLine(english.say(phrase));
  const lines = [
    foreignLine(`${before.title} → ${after.title} (${model.name})`),
    '',
    `${line(said.answer)} ${line(said.warnings)}`,
    ...list(said.findings.map(line)),
    ...list(said.changes.map(line)),
    ...(said.unchanged ? ['', line(said.unchanged)] : []),
    '',
    line(said.means),
    line(said.meansNot),
  ];
  return `${lines.join('\n')}\n`;
}

function list(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', ...lines.map((text) => `  ${text}`)];
}
