import path from 'node:path';

/** What came of a file of others, as the tests keep it in `out/models`. */
export interface ModelResult {
  package: string;
  file: string;
  about: string;
  /** Layers of attention. */
  layers: number;
  /** Softmaxes that are no attention. */
  others: number;
  /** How the maps were had. */
  via: readonly string[];
  /** Largest difference of any weight from the graph's own; `null` where it has no attention. */
  difference: number | null;
  /** Why it reads no prompt. */
  problem: string | null;
}

const BEGIN = '<!-- What follows is written by scripts/writeModelTable.ts. -->';
const END = '<!-- Until here. -->';

/** The page with the table of these results in the place that is marked for it. */
export function withModelTable(page: string, results: readonly ModelResult[]): string {
  const [before, rest = ''] = page.split(BEGIN);
  const after = rest.split(END)[1];
  if (after === undefined) throw new Error('docs/models.md lacks the place for the table of models.');
  return `${before}${BEGIN}\n\n${table(results)}\n\n${END}${after}`;
}

function table(results: readonly ModelResult[]): string {
  const rows = [...results]
    .sort((a, b) => a.package.localeCompare(b.package) || a.file.localeCompare(b.file))
    .map((one) => [
      `${one.package}: ${path.posix.basename(one.file)}`,
      one.about,
      one.layers === 0 ? 'none' : `${one.layers} layers by ${one.via.join(', ')}`,
      one.others === 0 ? '' : String(one.others),
      one.difference === null ? '' : bound(one.difference),
      one.problem === null ? 'yes' : `no: ${reason(one.problem)}`,
    ]);
  const heads = ['file', 'what it is', 'maps', 'softmaxes left out', 'off by at most', 'reads prompts'];
  const all = [heads, ...rows];
  const widths = heads.map((_, column) => Math.max(...all.map((row) => row[column]!.length), 3));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** A bound that is the same on all machines: nothing, or the next power of ten. */
function bound(difference: number): string {
  return difference === 0 ? 'equal' : `1e${Math.ceil(Math.log10(difference))}`;
}

/** The reason itself: what stands before its first colon names the case, what comes after its sentence is advice. */
function reason(problem: string): string {
  const said = problem
    .replace(/^A prompt alone cannot be read with this model: /, '')
    .split(/\. |, so |: /)[0]!;
  return said.replace(/^The model "[^"]*" has/, 'it has').replaceAll('|', '/');
}
