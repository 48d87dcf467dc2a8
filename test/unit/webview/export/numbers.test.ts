import { expect, test } from 'vitest';
import { toCsv, toJson } from '../../../../webview/export/numbers';
import type { NumberGrid } from '../../../../webview/numbers/numberGrid';
import { makeAnalysis } from '../../../webview/fixtures/analysis';

const { title, result } = makeAnalysis({ tokens: 24 });
const shown = { title, result, findingTexts: [] };
const rowNames = ['=1+1', 'a,b', 'quote"'];
const grid: NumberGrid = {
  name: 'grid',
  maps: { layer: 3, head: 'mean' },
  treated: 'withoutSink',
  treatment: 'Without the first token.',
  title: 'Title',
  rows: 3,
  columns: 2,
  values: Float32Array.of(0.1, NaN, 0.25, 1, 0, 0.7),
  rowsTitle: 'Row',
  columnsTitle: 'Column',
  valuesTitle: 'Weight',
  rowLabel: (row) => rowNames[row]!,
  columnLabel: (column) => `c${column}`,
  format: String,
};
const whole = { firstRow: 0, endRow: 3, firstColumn: 0, endColumn: 2 };
const SOURCE = 'figure,model,sha256,layer,head,treatment,version';
const source = `Title,Made-up-4x3,${'ab'.repeat(32)},3,mean,withoutSink,0.1.0`;

test('CSV quotes what must be, runs nothing in a spreadsheet, and tells in each row what it is of', () => {
  expect(toCsv(grid, whole, shown)).toBe(
    [
      `Row,c0,c1,${SOURCE}`,
      `'=1+1,0.1,,${source}`,
      `"a,b",0.25,1,${source}`,
      `"quote""",0,0.7,${source}`,
      '',
    ].join('\r\n'),
  );
});

test('a part holds its own rows and columns only', () => {
  const part = { firstRow: 1, endRow: 2, firstColumn: 1, endColumn: 2 };
  expect(toCsv(grid, part, shown)).toBe(`Row,c1,${SOURCE}\r\n"a,b",1,${source}\r\n`);
  expect(JSON.parse(toJson(grid, { ...whole, firstRow: 2 }, shown))).toMatchObject({
    rows: { title: 'Row', items: [{ Row: 'quote"' }] },
    columns: { title: 'Column', items: ['c0', 'c1'] },
    data: [[0, 0.7]],
  });
});

test('JSON says which cells are absent, and what it is of', () => {
  const json = JSON.parse(toJson(grid, whole, shown)) as { data: unknown[] };
  expect(json.data[0]).toEqual([0.1, null]);
  expect(json).toMatchObject({
    figure: 'Title',
    model: 'Made-up-4x3',
    sha256: 'ab'.repeat(32),
    layer: 3,
    head: 'mean',
    treatment: 'withoutSink',
    version: '0.1.0',
    prompt: { title: 'mail-agent.prompt.md', sha256: 'cd'.repeat(32) },
    note: 'Without the first token.',
    values: 'Weight',
  });
});

const words = [' the', '-', 'a"b'];
const token = (index: number) => ({ index, text: words[index]! });

test('tokens have their number and their text in columns apart', () => {
  const map = { ...grid, columns: 2, rowFields: token, columnFields: token };
  const lines = toCsv(map, whole, shown).split('\r\n');
  expect(lines[0]).toBe(`index,text,0,1,${SOURCE}`);
  expect(lines.slice(1, 4).map((line) => line.slice(0, line.indexOf(',Title')))).toEqual([
    '0, the,0.1,',
    "1,'-,0.25,1",
    '2,"a""b",0,0.7',
  ]);
  expect(JSON.parse(toJson(map, whole, shown))).toMatchObject({
    rows: { items: [token(0), token(1), token(2)] },
    columns: { items: [token(0), token(1)] },
  });
});

test('tokens that stand along the columns alone become rows', () => {
  const strip = { ...grid, columnFields: token };
  const lines = toCsv(strip, whole, shown).split('\r\n');
  expect(lines[0]).toBe(`index,text,'=1+1,"a,b","quote""",${SOURCE}`);
  expect(lines[1]).toBe(`0, the,0.1,0.25,0,${source}`);
  expect(lines[2]).toBe(`1,'-,,1,0.7,${source}`);
  expect(JSON.parse(toJson(strip, whole, shown))).toMatchObject({
    rows: { title: 'Column', items: [token(0), token(1)] },
    columns: { title: 'Row', items: rowNames },
    data: [
      [0.1, 0.25, 0],
      [null, 1, 0.7],
    ],
  });
});
