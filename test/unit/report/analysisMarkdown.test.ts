import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { describe } from '../../../src/describe/describe';
import { createL10n } from '../../../src/describe/l10n';
import { analysisMarkdown } from '../../../src/report/analysisMarkdown';
import { makeAnalysis } from '../../webview/fixtures/analysis';

const made = makeAnalysis({ tokens: 40, words: { 12: ' <tool_call>\u001b[31m\nsecret' } });
const english = createL10n('en', {});

test('says what the page says, the finding below with its figures', () => {
  const said = describe(made.result);
  const lines = analysisMarkdown(made.result, 'mail.md', english).split('\n');
  expect(lines[0]).toBe('## mail.md');
  expect(lines).toContain(english.say(said.found));
  expect(lines).toContain(`**${english.say(said.answer)}**`);
  const finding = lines.indexOf('- override/previous-instructions (Error, the data, 3:1): Ignore t…');
  expect(lines.slice(finding + 1, finding + 5)).toEqual(
    said.findings[0]!.map((phrase) => `  - ${english.say(phrase)}`),
  );
});

test('is in the language that it is asked for in', () => {
  const file = path.resolve(import.meta.dirname, '../../../l10n/bundle.l10n.de.json');
  const german = createL10n('de', JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
  const text = analysisMarkdown(made.result, 'mail.md', german);
  expect(text).toContain('Das Modell würde fortfahren mit:');
  expect(text).not.toContain('The ');
});

test('holds no word of the prompt, no markup and no control character', () => {
  const hostile = {
    ...made.result,
    model: { ...made.result.model, name: '![x](http://a.b/c) <img> *b* `c`' },
  };
  const text = analysisMarkdown(hostile, '[a](b)\n# c.md', english);
  for (const word of ['secret', 'meeting', 'rules above']) expect(text).not.toContain(word);
  expect(text).not.toMatch(/[<`]|(?<!\\)[[!]/);
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  expect(text.match(/^#/gm)).toHaveLength(1);
});
