import { describe } from '../describe/describe';
import { createL10n } from '../describe/l10n';
import {
  passagesMean,
  passagesMeanNot,
  passagesTitle,
  placedPassage,
  topPassages,
} from '../describe/warnings/passages';
import { findingName } from '../describe/names';
import type { Phrase } from '../describe/phrase';
import { caveat } from '../describe/span';
import type { AnalysisResult } from '../protocol/analysis';
import { whole } from './findings/fileByFile';
import { findingsText } from './findings/findingsText';
import { foreignLine } from './foreignLine';

/**
 * The result of an analysis for a terminal: the findings, the answer in one sentence, and what the model
 * attends to at each finding. Holds no word of the prompt beyond the masked excerpts of the findings.
 */
export function analysisText(result: AnalysisResult, title: string): string {
  const { schemaVersion, tool, findings } = result;
  const said = describe(result);
  const english = createL10n('en', {});
  const line = (phrase: Phrase) => foreignLine(english.say(phrase));
  const lines = [said.model, ...said.notes].map(line);
  lines.push('', line(said.found), line(said.answer), ...said.details.map(line));
  if (said.next) lines.push(line(said.next));
  for (const [index, phrases] of said.findings.entries()) {
    const finding = findings[index];
    if (!finding || !phrases) continue;
    const number = findings.length > 1 ? `${line(findingName(index))}, ` : '';
    const place = `${number}${finding.line}:${finding.column} ${finding.rule}`;
    lines.push('', place, ...phrases.map((phrase) => `  ${line(phrase)}`));
  }
  const passages = topPassages(result).map((passage) => `  ${line(placedPassage(passage, result))}`);
  if (passages.length > 0)
    lines.push('', line(passagesTitle), ...passages, line(passagesMean), line(passagesMeanNot));
  lines.push('', ...said.overview.map(line), '', line(caveat));
  const found = whole({ schemaVersion, tool, files: [{ path: title, findings }] }, findingsText());
  return `${found}\n${lines.join('\n')}\n`;
}
