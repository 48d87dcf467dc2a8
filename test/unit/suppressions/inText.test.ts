import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { everyRule } from '../../../src/detection/rules/everyRule';
import { isRuleOf } from '../../../src/suppressions/directive';
import { suppressionsIn } from '../../../src/suppressions/inText';
import { plainPrompt } from '../detection/findIn';

const page = readFileSync(path.resolve(import.meta.dirname, '../../../docs/suppressions.md'), 'utf8');
const isRule = isRuleOf(everyRule.map(({ id }) => id));

it.each([
  ['html', 3],
  ['yaml', 1],
])('the examples of the page in %s are read', (language, count) => {
  const [, example] = new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(page) ?? [];
  const read = { text: example!, ...plainPrompt(example!), markupTrust: 'author' as const };
  const suppressions = suppressionsIn(read, isRule);
  expect(suppressions).toHaveLength(count);
  for (const { refused, reason, until } of suppressions) {
    expect(refused).toBeUndefined();
    expect(reason).not.toBe('');
    expect(until ?? '2030-01-31').toBe('2030-01-31');
  }
});

it.each([
  'leak/hidden-prompt -- asked on purpose until 2030-01-31',
  'leak/hidden-prompt until 2030-01-31 -- asked on purpose',
  'leak/hidden-prompt (until 2030-01-31) -- asked on purpose',
])('the day stands behind the reason or before it: %s', (words) => {
  const text = `<!-- attnscope-disable-file ${words} -->`;
  const [suppression] = suppressionsIn({ text, ...plainPrompt(text), markupTrust: 'author' }, isRule);
  expect(suppression).toMatchObject({
    rules: ['leak/hidden-prompt'],
    reason: 'asked on purpose',
    until: '2030-01-31',
  });
  expect(suppression!.refused).toBeUndefined();
});
