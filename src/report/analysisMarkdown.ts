import { describe } from '../describe/describe';
import type { L10n } from '../describe/l10n';
import { findingName, segmentName, severityName } from '../describe/names';
import {
  passagesMean,
  passagesMeanNot,
  passagesTitle,
  placedPassage,
  topPassages,
} from '../describe/warnings/passages';
import type { Phrase } from '../describe/phrase';
import { caveat } from '../describe/span';
import type { AnalysisResult } from '../protocol/analysis';
import type { Treated } from '../protocol/attention';
import { escapedLine as escaped } from './foreignLine';

/**
 * An analysis as Markdown, to paste where people and agents read it: what was found, the answer with its figures, what the
 * model would go on with, and what it attends to at each finding, in the language of `l10n`. Holds no word of the prompt
 * beyond the masked excerpts of the findings. `treatment`: as the page's sink switch has it.
 */
export function analysisMarkdown(
  result: AnalysisResult,
  title: string,
  l10n: L10n,
  treatment?: keyof Treated<unknown>,
): string {
  const said = describe(result, treatment);
  const line = (phrase: Phrase) => escaped(l10n.say(phrase));
  const blocks = [
    `## ${escaped(title)}`,
    line(said.found),
    `**${line(said.answer)}**`,
    list(said.details.map(line)),
    ...(said.next ? [line(said.next)] : []),
  ];
  for (const [index, { rule, severity, segment, line: at, column, excerpt }] of result.findings.entries()) {
    const kind = `${line(severityName(severity))}, ${line(segmentName(segment))}, ${at}:${column}`;
    const facts = (said.findings[index] ?? []).map(line);
    const number = result.findings.length > 1 ? `${line(findingName(index))}, ` : '';
    blocks.push(list([`${number}${escaped(rule)} (${kind}): ${escaped(excerpt)}`]) + list(facts, '  '));
  }
  const passages = topPassages(result).map((passage) => line(placedPassage(passage, result)));
  if (passages.length > 0)
    blocks.push(line(passagesTitle) + list(passages, '  '), `${line(passagesMean)} ${line(passagesMeanNot)}`);
  blocks.push(list([...said.notes, said.model, caveat].map(line)));
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function list(lines: readonly string[], indent = ''): string {
  return lines
    .map((text) => `${indent === '' ? '' : '\n'}${indent}- ${text}`)
    .join(indent === '' ? '\n' : '');
}
