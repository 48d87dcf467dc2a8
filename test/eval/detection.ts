// Prints how well the rules do on labelled texts: `npm run eval:detection -- [--peers FOLDER] FILE…`, or without a file
// on those that are kept beside the project. Never fails; skips with a line what is absent. `--peers` is a folder into
// which other scanners were installed by npm: what they say of the same texts stands beside the goals.
import { parseArgs } from 'node:util';
import { peerPackages, peersIn } from './detection/peers';
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

async function main(files: readonly string[], peerFolder: string | undefined): Promise<void> {
  const sets = new Map<string, readonly Scanned[]>();
  for (const file of files) {
    const set = readRows(file);
    if (set) sets.set(set.name, await scanAll(set.rows));
    else say(`Skipped: there are no labelled texts in ${file}.`);
  }
  const code = readSourceCode();
  sets.set(code.name, await scanAll(code.rows));

  const peers = peerFolder === undefined ? [] : await peersIn(peerFolder);
  if (peers.length < peerPackages.length)
    say(
      `Skipped: not all of the other scanners are there (npm install --prefix FOLDER ${peerPackages.join(' ')}; then --peers FOLDER).`,
    );
  say(...(await goalLines(sets, peers)));
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

const { values, positionals } = parseArgs({
  options: { peers: { type: 'string' } },
  allowPositionals: true,
});
void main(positionals.length > 0 ? positionals : shared, values.peers);
