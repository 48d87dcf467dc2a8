import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { strings } from '../../../webview/text/strings';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const readJson = (file: string): Record<string, string> => JSON.parse(read(file)) as Record<string, string>;
/** TypeScript files of a folder, each with its text. */
const codeIn = (folder: string): { file: string; code: string }[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file, code: read(`${folder}/${file}`) }));
/** The texts that are the first argument of a call. */
const textsOf = (call: string, sources: { code: string }[]): string[] =>
  sources
    .flatMap(({ code }) => [...code.matchAll(new RegExp(`\\b${call}\\(\\s*'((?:[^'\\\\]|\\\\.)*)'`, 'g'))])
    .map(([, text]) => text!.replaceAll("\\'", "'"));
const LANGUAGES = ['de', 'zh-cn'];

/** Places in a message that are filled in, such as `{0}`. */
const slots = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([slot]) => slot).sort();

/** Texts of a part of package.json that a person reads. */
function shownTexts(value: unknown, key = ''): string[] {
  const shown = [
    'title',
    'description',
    'markdownDescription',
    'enumDescriptions',
    'name',
    'contents',
    'altText',
  ];
  if (typeof value === 'string') return shown.includes(key) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => shownTexts(item, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) => shownTexts(item, name));
}

describe('texts of package.json', () => {
  const manifest = read('package.json');
  const { contributes } = JSON.parse(manifest) as {
    contributes: { languageModelTools: { displayName: string; userDescription: string }[] };
  };
  // What a model reads of a tool is English everywhere.
  const languageModelTools = contributes.languageModelTools.map(({ displayName, userDescription }) => ({
    title: displayName,
    description: userDescription,
  }));

  it('stand in package.nls.json', () => {
    expect(shownTexts({ ...contributes, languageModelTools }).filter((text) => !/^%.+%$/.test(text))).toEqual(
      [],
    );
  });

  it('are those of package.nls.json, each used', () => {
    const keys = [...manifest.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key!);
    expect([...new Set(keys)].sort()).toEqual(Object.keys(readJson('package.nls.json')).sort());
  });

  for (const language of LANGUAGES) {
    it(`are all translated: ${language}`, () => {
      const translated = readJson(`package.nls.${language}.json`);
      expect(Object.keys(translated).sort()).toEqual(Object.keys(readJson('package.nls.json')).sort());
    });
  }
});

describe('texts of the extension and of its page', () => {
  const sources = codeIn('src/editor');
  const own = textsOf('l10n\\.t', sources);
  const everywhere = codeIn('src');
  // What several ends say comes from all parts, and the page is given the same translations.
  const errors = textsOf('sentence', everywhere);
  const texts = [...new Set([...own, ...errors, ...Object.values<string>(strings)])].sort();

  it('are found', () => {
    expect(own.length).toBeGreaterThan(0);
    expect(errors.length).toBeGreaterThan(0);
  });

  for (const language of LANGUAGES) {
    const file = `l10n/bundle.l10n.${language}.json`;

    it(`are all translated, none besides: ${language}`, () => {
      expect(existsSync(path.join(root, file))).toBe(true);
      expect(Object.keys(readJson(file)).sort()).toEqual(texts);
    });

    it(`have the same places to fill in: ${language}`, () => {
      for (const [text, translated] of Object.entries(readJson(file))) {
        expect([...new Set(slots(translated))], text).toEqual([...new Set(slots(text))]);
      }
    });
  }

  it('stand in one place where several ends say them', () => {
    const elsewhere = new Set([...own, ...Object.values<string>(strings)]);
    expect(errors.filter((text) => elsewhere.has(text))).toEqual([]);
  });

  it('are literal, so that they can be collected', () => {
    for (const { file, code } of sources) expect(code, file).not.toMatch(/l10n\.t\(\s*[^'\s]/);
    for (const { file, code } of everywhere) {
      expect(code, file).not.toMatch(/(?<!function )\bsentence\(\s*[^'\s]/);
    }
  });

  it('are never handed to the person untranslated', () => {
    const shown =
      /\.(showInformationMessage|showWarningMessage|showErrorMessage|setStatusBarMessage)\(\s*['"`]/;
    for (const { file, code } of sources) expect(code, file).not.toMatch(shown);
  });
});
