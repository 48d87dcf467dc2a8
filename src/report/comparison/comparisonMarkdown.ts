import { describeComparison } from '../../describe/comparison/comparison';
import { sectionNames } from '../../describe/comparison/sections';
import type { L10n } from '../../describe/l10n';
import type { Phrase } from '../../describe/phrase';
import type { ReadingPosition } from '../../protocol/attention';
import type { Comparison } from '../../protocol/measured/comparison';
import { escapedLine } from '../foreignLine';

/** A comparison as Markdown, as for the comment of a pull request. Holds no word of the prompts. */
export function comparisonMarkdown(
  comparison: Comparison,
  reading: ReadingPosition['kind'],
  l10n: L10n,
): string {
  const said = describeComparison(comparison, reading);
  const line = (phrase: Phrase) => escapedLine(l10n.say(phrase));
  const names = sectionNames(comparison.sections).map(line);
  const share = (mass: Comparison['sections'][number]['before']) =>
    mass ? l10n.percent(mass.share.withoutSink) : '–';
  const rows = comparison.sections.flatMap(({ kind, before, after }, at) =>
    kind === 'sink' ? [] : [`| ${names[at]} | ${share(before)} | ${share(after)} |`],
  );
  const { before, after, model } = comparison;
  const blocks = [
    `## ${escapedLine(`${before.title} → ${after.title}`)}`,
    `**${line(said.answer)}** ${line(said.warnings)}`,
    list(said.findings.map(line)),
    list(said.changes.map(line)),
    [
      '| | ' + escapedLine(before.title) + ' | ' + escapedLine(after.title) + ' |',
      '| --- | ---: | ---: |',
      ...rows,
    ].join('\n'),
    said.unchanged ? line(said.unchanged) : '',
    `${line(said.means)} ${line(said.meansNot)} (${escapedLine(model.name)})`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function list(lines: readonly string[]): string {
  return lines.map((text) => `- ${text}`).join('\n');
}
