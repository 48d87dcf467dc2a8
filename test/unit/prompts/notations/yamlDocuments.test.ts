import { expect, it } from 'vitest';
import { yamlDocuments } from '../../../../src/prompts/notations/yamlDocuments';

it.each<[string, string[]]>([
  ['a: 1\n', ['a: 1\n']],
  ['# Begins.\n%YAML 1.2\n---\na: 1\n', ['# Begins.\n%YAML 1.2\n---\na: 1\n']],
  ['a: 1\n---\nb: 2\n--- # c\nc: |\n  ---\n  x\n', ['a: 1\n', '---\nb: 2\n', '--- # c\nc: |\n  ---\n  x\n']],
  ['---\r\na: 1\r\n---\r\nb: 2', ['---\r\na: 1\r\n', '---\r\nb: 2']],
  ['a: ---\n----\n---x\n', ['a: ---\n----\n---x\n']],
  ['', ['']],
])('%j', (text, documents) => {
  const read = yamlDocuments(text);
  expect(read.map(({ content }) => content)).toEqual(documents);
  expect(read.map(({ start, end }) => text.slice(start, end))).toEqual(documents);
});

it('is read in time, whatever it holds', () => {
  const start = performance.now();
  for (const part of ['# \n', '%\n', '\r', ' \n', '---\n', '  '])
    yamlDocuments(`${part.repeat(100_000)}x\n---\n`);
  expect(performance.now() - start).toBeLessThan(2_000);
});
