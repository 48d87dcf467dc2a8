import path from 'node:path';

/** What came of one model file, as the tests keep it in `out/models`. */
export interface ModelResult {
  /** `field`: made by others; `gguf`: imported; `ways`: a way of writing attention. */
  group: 'field' | 'gguf' | 'ways';
  name: string;
  about: string;
  /** Layers of attention. */
  layers: number;
  /** Softmaxes that are no attention. */
  others: number;
  /** How the maps were had. */
  via: readonly string[];
  /** Largest difference of any weight from the reference; `null` where there are no maps. */
  difference: number | null;
  /** Why there are no maps, or no prompt is read. */
  problem: string | null;
}

/** Heads of the tables; the column with the difference is compared as a number. */
const BOUND = 'off by at most';
const HEADS: Record<ModelResult['group'], readonly string[]> = {
  field: ['file', 'what it is', 'maps', 'softmaxes left out', BOUND, 'reads prompts'],
  gguf: ['GGUF file', 'layers', BOUND],
  ways: ['graph', 'maps', 'softmaxes left out', BOUND],
};

const begin = (group: string): string => `<!-- Table ${group}: written by scripts/writeModelTable.ts. -->`;
const END = '<!-- Until here. -->';

/** The page with the tables of these results in the places that are marked for them; rows of models that were not run stay. */
export function withModelTables(page: string, results: readonly ModelResult[]): string {
  return (Object.keys(HEADS) as ModelResult['group'][]).reduce((text, group) => {
    const [before = '', rest = ''] = text.split(begin(group));
    const at = rest.indexOf(END);
    if (at < 0) throw new Error(`docs/models.md lacks the place for the table "${group}".`);
    const rows = results.filter((one) => one.group === group).map((one) => Object.values(cellsOf(one)));
    const kept = rowsOf(rest.slice(0, at)).filter(([name]) => !rows.some(([fresh]) => fresh === name));
    return `${before}${begin(group)}\n\n${table(HEADS[group], [...rows, ...kept])}\n\n${rest.slice(at)}`;
  }, page);
}

/** Cells of a row of one of the tables, by the head of their column. */
export function cellsOf(result: ModelResult): Record<string, string> {
  const { group, name, about, layers, others, via, difference, problem } = result;
  const cells: Record<string, string> = {
    file: name,
    'GGUF file': name,
    graph: name,
    'what it is': about,
    maps:
      layers > 0
        ? `${layers} ${layers === 1 ? 'layer' : 'layers'} by ${via.join(', ')}`
        : group === 'ways'
          ? `refused: ${reason(problem ?? '')}`
          : 'none',
    layers: String(layers),
    'softmaxes left out': others === 0 ? '' : String(others),
    [BOUND]: difference === null ? '' : bound(difference),
    'reads prompts': problem === null ? 'yes' : `no: ${reason(problem)}`,
  };
  return Object.fromEntries(HEADS[group].map((head) => [head, cells[head]!]));
}

/** Cells of the rows of a table, its heads left out. */
export function rowsOf(text: string): string[][] {
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

function table(heads: readonly string[], rows: readonly string[][]): string {
  const sorted = [...rows].sort(([a = ''], [b = '']) => a.localeCompare(b));
  const widths = heads.map((_, at) => Math.max(...[heads, ...sorted].map((row) => row[at]!.length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`;
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...sorted.map(line)].join('\n');
}

/** Nothing, or the next power of ten: much the same on all machines. */
function bound(difference: number): string {
  return difference === 0 ? 'equal' : `1e${Math.ceil(Math.log10(difference))}`;
}

/** The reason itself, without what names the case before it and the advice after it. */
function reason(problem: string): string {
  const said = problem
    .replace(/^A prompt alone cannot be read with this model: /, '')
    .replace(/^The attention of this model cannot be mapped: node "[^"]*" \((\w+)\): /, '')
    .replace(/^The model "[^"]*" has/, 'it has')
    .replace(/^This model has/, 'it has');
  return said.split(/\. |, so |: /)[0]!.replaceAll('|', '/');
}

/** A name of a file that holds a result. */
export function resultFile({ group, name }: Pick<ModelResult, 'group' | 'name'>): string {
  return path.join('out/models', `${group}-${name.replace(/[^\w.-]+/g, '_')}.json`);
}
