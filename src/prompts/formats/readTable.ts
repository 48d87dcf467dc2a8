import type { Prompt, Segment } from '../../protocol/prompt';
import type { DataString } from '../notations/dataNode';
import { parseCsv, type Separator } from './parseCsv';
import type { Prompts } from '../prompts';
import type { PromptSource } from '../readPrompt';
import { spoken } from '../speakers';
import { markData } from '../trust/markData';
import { markSlots } from '../trust/markSlots';
import { TextWriter, type WrittenText } from '../writtenText';

/** Columns that are said to a model, by their names in small letters without signs. */
const COLUMNS: ReadonlyMap<string, 'system' | 'user' | 'prompt'> = new Map([
  ['system', 'system'],
  ['systemprompt', 'system'],
  ['systemmessage', 'system'],
  ['systeminstruction', 'system'],
  ['instructions', 'system'],
  ['prompt', 'user'],
  ['prompts', 'user'],
  ['userprompt', 'user'],
  ['instruction', 'user'],
  ['prompttext', 'user'],
  ['prompttemplate', 'prompt'],
  ['template', 'prompt'],
  ['text', 'prompt'],
]);

/** Columns that say what is to come of a prompt, or what it is: those of a set of tests. */
const EXPECTED =
  /^(?:expected\w*|labels?|target|goal|behaviou?r|answer|output|response|completion|chosen|rejected|score|split|is\w+|(?:prompt)?injection|jailbreak|attack\w*)$/;

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\d]/gu, '');

/**
 * Reads a catalogue of prompts: a table with a column that is said to a model. Each row is a prompt, and the other
 * columns stand beside them. In a set of tests, which says what is to come of each, the rows are samples.
 *
 * @returns `null` where no column is of that kind
 */
export function readTable(text: string, ending: 'csv' | 'tsv', { dataTags }: PromptSource): Prompts | null {
  const rows = rowsOf(text, ending);
  if (!rows) return null;
  const [header, ...catalogue] = rows;
  const names = header!.map(({ value }) => plain(value));
  const isTest = names.some((name) => EXPECTED.test(name));
  const prompts: Prompt[] = [];
  const samples: Segment[] = [];
  const others: DataString[] = [...header!];
  for (const row of catalogue) {
    const segments: Segment[] = [];
    for (const [at, cell] of row.entries()) {
      const speaker = COLUMNS.get(names[at] ?? '');
      if (!speaker || !/\s/.test(cell.value.trim())) others.push(cell);
      else if (isTest) samples.push(sampleOf(writtenIn(text, [cell])));
      else segments.push(...markSlots(markData([spoken(speaker, writtenIn(text, [cell]))], dataTags)));
    }
    if (segments.length > 0) prompts.push({ format: 'csv', rendering: 'messages', segments });
  }
  const beside = others.filter(({ value }) => value.trim() !== '');
  return { prompts, asides: [...samples, spoken('prompt', writtenIn(text, beside))] };
}

/** The rows of a table, of which the first names a column of prompts. */
function rowsOf(text: string, ending: 'csv' | 'tsv'): DataString[][] | undefined {
  const separators: readonly Separator[] = ending === 'tsv' ? ['\t'] : [',', ';', '\t'];
  return separators
    .map((separator) => parseCsv(text, separator))
    .find(
      (rows): rows is DataString[][] => rows?.[0]?.some(({ value }) => COLUMNS.has(plain(value))) ?? false,
    );
}

/** Cells, each a paragraph. */
function writtenIn(text: string, cells: readonly DataString[]): WrittenText {
  const writer = new TextWriter(text);
  for (const [at, cell] of cells.entries()) {
    // What parts two paragraphs stands nowhere in the source.
    if (at > 0) writer.add('\n\n', cell.start, cell.start);
    cell.write(writer);
  }
  return writer.finish(cells[0]?.start ?? 0, cells.at(-1)?.end ?? 0);
}

function sampleOf(written: WrittenText): Segment {
  const said = spoken('data', written);
  return { ...said, places: [{ kind: 'sample', start: 0, end: said.content.length }] };
}
