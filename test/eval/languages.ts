// Prints false alarms on clean texts, language by language, from manuals in Debian packages: `npm run eval:languages`,
// with `-- --show` what was found. Downloads what is not in its folder yet, tells what cannot be had, never fails.
// Then recall on the labelled texts beside the project that name their language, where these are.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { scanDocument } from '../../src/analysis/readDocument';
import type { Finding } from '../../src/protocol/finding';
import type { Trust } from '../../src/protocol/prompt';
import { isLookedAt, readRows, shared } from './detection/rows';
import { isGrave, scanRow } from './detection/scanned';
import { unpacked } from './languages/packages';
import { languages, type Language, sourcesOf } from './languages/sources';
import { textsOf } from './languages/texts';

/** Texts of a language that are scanned; each source gives the same share. */
const TEXTS = 400;
const show = process.argv.includes('--show');

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Some of the texts, the same in each run, from all over. */
function sample(texts: readonly string[], number: number): string[] {
  const order = (text: string): string => createHash('sha256').update(text).digest('hex');
  return [...texts].sort((a, b) => order(a).localeCompare(order(b))).slice(0, number);
}

function cleanTexts(language: Language): string[] {
  const found = sourcesOf(language)
    .map(({ name, folder }) => {
      const got = unpacked(name);
      if ('problem' in got) print(`${name} cannot be had: ${got.problem}`);
      return 'folder' in got ? textsOf(path.join(got.folder, folder), language) : [];
    })
    .filter((texts) => texts.length > 0);
  return found.flatMap((texts) => sample(texts, Math.ceil(TEXTS / found.length)));
}

async function warnedOf(language: Language, texts: readonly string[], trust: Trust): Promise<number> {
  let warned = 0;
  for (const text of texts) {
    const grave: Finding[] = (await scanDocument({ text, trust })).filter(isGrave);
    if (grave.length > 0) warned += 1;
    if (!show) continue;
    for (const { rule, start, end } of grave)
      print(
        `  ${language} ${trust} ${rule} ${JSON.stringify(text.slice(Math.max(0, start - 30), end + 30))}`,
      );
  }
  return warned;
}

async function falseAlarms(): Promise<void> {
  print('language  clean texts  with a warning or above: as an author’s file   as untrusted text');
  for (const language of languages) {
    const texts = cleanTexts(language);
    const author = await warnedOf(language, texts, 'author');
    const untrusted = await warnedOf(language, texts, 'untrusted');
    const share = (n: number): string => `${n} (${((100 * n) / Math.max(1, texts.length)).toFixed(2)} %)`;
    const few = texts.length < 200 ? '  (fewer than 200)' : '';
    print(
      `${language.padEnd(8)}  ${String(texts.length).padStart(11)}  ${share(author).padStart(20)} ${share(untrusted).padStart(20)}${few}`,
    );
  }
}

/** What is found in the labelled texts that name another language than English. */
async function labelled(): Promise<void> {
  const counts = new Map<string, { rows: number; found: number }>();
  for (const file of shared) {
    const set = readRows(file);
    if (!set) print(`Skipped: there are no labelled texts in ${path.basename(file)}.`);
    for (const row of set?.rows ?? []) {
      const attack = row.kind.includes('attack');
      const clean = row.kind === 'benign-prompt-file' && !row.hard && !row.mentions_attack;
      if (!(attack || clean) || !row.lang || row.lang === 'en' || row.lang === 'None') continue;
      const half = isLookedAt(row) ? 'looked at' : 'only counted';
      const line = `${set?.name} ${row.lang} ${attack ? 'attacks, as untrusted text' : 'clean prompt files'}, ${half}`;
      const count = counts.get(line) ?? { rows: 0, found: 0 };
      count.rows += 1;
      const { findings } = await scanRow(row);
      const counted = attack ? findings.untrusted : findings.author.filter(isGrave);
      if (counted.length > 0) count.found += 1;
      if (show && !attack && half === 'looked at')
        for (const { rule, start, end } of counted)
          print(`  ${row.lang} ${rule} ${JSON.stringify(row.text.slice(Math.max(0, start - 30), end + 30))}`);
      counts.set(line, count);
    }
  }
  for (const [line, { rows, found }] of [...counts].sort(([one], [other]) => one.localeCompare(other)))
    print(`${line.padEnd(60)} found in ${found} of ${rows}`);
}

void falseAlarms().then(labelled);
