import type { StudyReport } from '../../protocol/measured/study';
import type { ReportTable } from './page';
import { studySections } from './sections';

/** A study as Markdown. */
export function studyMarkdown(report: StudyReport): string {
  const blocks = studySections(report).flatMap(({ title, says, tables }) => [
    `## ${title}`,
    ...says.map(escaped),
    ...tables.flatMap((table) => [`**${escaped(table.caption)}**`, tableOf(table)]),
  ]);
  return `# Study: normal prompts, jailbreaks and injections\n\n${blocks.join('\n\n')}\n`;
}

function tableOf({ columns, rows }: ReportTable): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`;
  return [line(columns), `| ${columns.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** Text that Markdown takes for nothing but text. */
function escaped(text: string): string {
  return text.replace(/[\\*_[\]|~]/g, '\\$&').replace(/</g, '&lt;');
}
