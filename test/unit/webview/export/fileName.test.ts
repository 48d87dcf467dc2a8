import { expect, test } from 'vitest';
import { exportFileName } from '../../../../webview/export/fileName';

const of = (title: string) => exportFileName(title, 'layer-3-mean', 'csv');

test.each([
  ['mail.prompt.md', 'mail-prompt'],
  ['AGENTS.md', 'AGENTS'],
  // What stands behind the ending, or looks like one, tells documents apart.
  ['notes.ipynb, cell 2', 'notes-ipynb-cell-2'],
  ['mail.md (line 3)', 'mail-md-line-3'],
  ['GPT-4.1 rules', 'GPT-4-1-rules'],
  ['rules v1.2', 'rules-v1-2'],
  ['.cursorrules', 'cursorrules'],
  ['(draft).md', 'draft'],
  ['…', 'prompt'],
])('a file of %s begins with %s', (title, name) => {
  expect(of(title)).toBe(`${name}-layer-3-mean.csv`);
});

test('vowel signs and accents stay with their letters', () => {
  expect(of('नमस्ते.md')).toBe('नमस्ते-layer-3-mean.csv');
  expect(of('สวัสดี.md')).toBe('สวัสดี-layer-3-mean.csv');
  expect(of('re\u0301sume\u0301.md')).toBe('r\u00e9sum\u00e9-layer-3-mean.csv');
});

test('a long title is cut between characters, and ends in none but letters', () => {
  const title = `${'𠀀'.repeat(47)}-${'x'.repeat(200)}.md`;
  expect(of(title)).toBe(`${'𠀀'.repeat(47)}-layer-3-mean.csv`);
  expect(of(`x${'𠀀'.repeat(80)}`)).not.toMatch(/\p{Cs}/u);
});
