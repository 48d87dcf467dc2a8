import * as vscode from 'vscode';
import type { L10n } from '../../../describe/l10n';
import { describeDiagnosis, verdictOf } from '../../../describe/model/diagnosis';
import { plain } from '../../../describe/model/facts';
import type { Diagnosis } from '../../../protocol/requests/doctor';

/** A page in Markdown about a model; what its files say is no markup here. */
export function diagnosisPage(diagnosis: Diagnosis, { say, write }: L10n): string {
  const { name, problem } = diagnosis;
  const choose = vscode.l10n.t(
    'Another model is chosen with "Attnscope: Choose Model…". This page is written anew by "Attnscope: Examine Model…".',
  );
  const lines = [`# ${literal(plain(name))}`, '', `**${literal(say(verdictOf(diagnosis)))}**`, ''];
  if (problem !== null) lines.push(literal(problem), '');
  for (const { heading, facts } of describeDiagnosis(diagnosis)) {
    lines.push(`## ${literal(say(heading))}`, '');
    for (const { name, told } of facts) lines.push(`- **${literal(write(name))}**: ${literal(write(told))}`);
    lines.push('');
  }
  lines.push('---', '', literal(choose), '');
  return lines.join('\n');
}

/** Text of which nothing is markup: any punctuation may be escaped (CommonMark 0.31, 2.4). */
function literal(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
