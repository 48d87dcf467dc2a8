// Prints how well the rules do on labelled texts: `npm run eval:detection -- FILE…`, or without a file on those that
// are kept beside the project. Never fails; skips with a line where they are absent.
import { readRows, shared } from './detection/rows';
import { scanRow, type Scanned } from './detection/scanned';
import { readSourceCode } from './detection/sourceCode';
import {
  falseAlarmLines,
  familyLine,
  goalLines,
  groupLines,
  languageLine,
  sourceLine,
} from './detection/tables';

const say = (...lines: string[]): void => void process.stdout.write(`${lines.join('\n')}\n\n`);

async function main(files: readonly string[]): Promise<void> {
  const sets = new Map<string, readonly Scanned[]>();
  for (const file of files) {
    const set = readRows(file);
    if (set) sets.set(set.name, await scanAll(set.rows));
    else say(`Skipped: there are no labelled texts in ${file}.`);
  }
  const code = readSourceCode();
  sets.set(code.name, await scanAll(code.rows));

  say(...goalLines(sets));
  for (const [name, scanned] of sets) {
    say(...groupLines(`${name}: kind | source`, scanned, sourceLine));
    say(...groupLines(`${name}: kind | family`, scanned, familyLine));
    say(...groupLines(`${name}: kind | language`, scanned, languageLine));
    say(...falseAlarmLines(scanned));
  }
  const units = [...sets.values()].flat().reduce((sum, { row }) => sum + row.text.length, 0);
  const { user } = process.cpuUsage();
  say(
    `${(units / 1024 / 1024).toFixed(1)} million code units, ${(user / 1e6).toFixed(0)} s of processor time`,
  );
}

async function scanAll(rows: Parameters<typeof scanRow>[0][]): Promise<Scanned[]> {
  const scanned: Scanned[] = [];
  for (const row of rows) scanned.push(await scanRow(row));
  return scanned;
}

void main(process.argv.length > 2 ? process.argv.slice(2) : shared);
