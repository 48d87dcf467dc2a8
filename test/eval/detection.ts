// Prints how well the rules do on labelled prompts, source by source: `npm run eval:detection -- FILE`, or without
// a file on those that are kept beside the project. Never fails; skips with a line where the prompts are absent.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { detect } from '../../src/detection/detect';
import { readPrompt } from '../../src/prompts/readPrompt';
import type { Finding } from '../../src/protocol/finding';

const beside = path.resolve(import.meta.dirname, '../../../shared/eval/prompts-open.jsonl.gz');

/** One labelled prompt; `span` in UTF-16 code units. */
interface Row {
  source: string;
  kind: string;
  text: string;
  path?: string;
  span?: [start: number, end: number];
  no_trigger?: boolean;
  hard?: boolean;
  mentions_attack?: boolean;
}

interface Count {
  rows: number;
  /** Rows with a warning or an error. */
  warned: number;
  /** Rows with any finding. */
  found: number;
}

const find = (text: string, name?: string): Finding[] => detect(text, readPrompt(text, { path: name }));

/** What counts for a row: findings on the planted span where the clean twin has none there, else all. */
function counted(row: Row, findings: Finding[]): Finding[] {
  if (!row.span) return findings;
  const [start, end] = row.span;
  const twin = row.text.slice(0, start) + row.text.slice(end);
  if (find(twin, row.path).some((f) => f.start <= start && f.end >= start)) return [];
  return findings.filter((f) => f.start < end && f.end > start);
}

/** The line of the table a row belongs to. */
function lineOf(row: Row): string {
  const marks = [
    row.no_trigger && 'no trigger words',
    row.hard && 'hard',
    row.mentions_attack && 'mentions attacks',
  ].filter(Boolean);
  return `${row.kind} | ${row.source}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`;
}

function add(table: Map<string, Count>, line: string, findings: Finding[]): void {
  const count = table.get(line) ?? { rows: 0, warned: 0, found: 0 };
  count.rows += 1;
  if (findings.some((f) => f.severity === 'warning' || f.severity === 'error')) count.warned += 1;
  if (findings.length > 0) count.found += 1;
  table.set(line, count);
}

function print(table: Map<string, Count>): void {
  for (const [line, { rows, warned, found }] of [...table].sort(([a], [b]) => a.localeCompare(b))) {
    const share = (n: number): string => ((100 * n) / rows).toFixed(1).padStart(7);
    process.stdout.write(`${line.padEnd(72)} ${String(rows).padStart(5)} ${share(warned)} ${share(found)}\n`);
  }
}

function main(file: string): void {
  if (!existsSync(file)) {
    process.stdout.write(`Skipped: there are no labelled prompts in ${file}.\n`);
    return;
  }
  const rows = gunzipSync(readFileSync(file))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
  const sources = new Map<string, Count>();
  const sums = new Map<string, Count>();
  const falseAlarms = new Map<string, Count>();
  let units = 0;
  const before = process.cpuUsage().user;
  const results = rows.map((row) => {
    units += row.text.length;
    return find(row.text, row.path);
  });
  const msPerKb = (process.cpuUsage().user - before) / 1000 / (units / 1024);

  rows.forEach((row, i) => {
    const findings = counted(row, results[i] ?? []);
    add(sources, lineOf(row), findings);
    add(sums, lineOf({ ...row, source: 'all' }), findings);
    if (row.kind.startsWith('benign')) {
      for (const rule of new Set(findings.map((f) => f.rule))) {
        add(
          falseAlarms,
          `${lineOf(row)} | ${rule}`,
          findings.filter((f) => f.rule === rule),
        );
      }
    }
  });

  process.stdout.write(`${'kind | source'.padEnd(72)}  rows  warn %  any %\n`);
  print(sources);
  process.stdout.write(
    '\nSums (sources look alike inside and differ among each other: read the lines above first)\n',
  );
  print(sums);
  process.stdout.write('\nFalse alarms by rule (rows)\n');
  for (const [line, { rows: n }] of [...falseAlarms].sort())
    process.stdout.write(`${line.padEnd(96)} ${n}\n`);
  process.stdout.write(
    `\n${msPerKb.toFixed(3)} ms of processor time per 1,024 UTF-16 code units, one thread\n`,
  );
}

main(process.argv[2] ?? beside);
