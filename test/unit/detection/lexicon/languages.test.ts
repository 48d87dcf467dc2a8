import { describe, expect, it } from 'vitest';
import { type CompleteLexicon, required } from '../../../../src/detection/lexicon/complete';
import { covered } from '../../../../src/detection/lexicon/languages';
import { findIn, warned } from '../findIn';
import { families, type Cases } from './cases/cases';
import { dutch } from './cases/dutch';
import { french } from './cases/french';
import { german } from './cases/german';
import { italian } from './cases/italian';
import { portuguese } from './cases/portuguese';
import { russian } from './cases/russian';
import { polish } from './cases/polish';
import { turkish } from './cases/turkish';
import { chinese } from './cases/chinese';
import { japanese } from './cases/japanese';
import { korean } from './cases/korean';
import { arabic } from './cases/arabic';
import { hindi } from './cases/hindi';
import { spanish } from './cases/spanish';

const languages: Record<keyof typeof covered, Cases> = {
  arabic,
  chinese,
  dutch,
  french,
  german,
  hindi,
  italian,
  japanese,
  korean,
  polish,
  portuguese,
  russian,
  spanish,
  turkish,
};

describe.each(Object.entries(languages))('%s', (_, { attacks, guards, people }) => {
  it.each(families)('%s: at least three attacks are found in untrusted text', (rule) => {
    expect(attacks[rule].length).toBeGreaterThanOrEqual(3);
    const missed = attacks[rule].filter(
      // An order in data is told of by what makes it one.
      (text) =>
        !findIn(text, 'untrusted').some(({ rule: found }) =>
          rule === 'imperative/in-data' ? found.startsWith('imperative/') : found === rule,
        ),
    );
    expect(missed).toEqual([]);
  });

  it('leaves the guards and mentions of an author alone', () => {
    expect(guards.map((text) => [text, ...warned(text)]).filter(([, ...found]) => found.length > 0)).toEqual(
      [],
    );
  });

  it('leaves orders to people alone', () => {
    expect(
      people.map((text) => [text, ...warned(text, 'untrusted')]).filter(([, ...found]) => found.length > 0),
    ).toEqual([]);
  });
});

describe('what a language writes either way', () => {
  /** A sentence, written otherwise, must be found all the same, as the same words of the text. */
  const foundAs = (text: string): string[] => findIn(text, 'untrusted').map(({ rule }) => rule);

  const variants: [name: string, of: (text: string) => string, cases: Cases][] = [
    ['Turkish in capitals of its own', (text) => text.toLocaleUpperCase('tr'), turkish],
    ['Turkish in small letters', (text) => text.toLocaleLowerCase('tr'), turkish],
    ['Arabic with tatweel', (text) => text.replace(/([بتسشعفقلمنيه])(?=\p{L})/gu, '$1ـ'), arabic],
    [
      'Arabic with vowel signs',
      (text) => text.replace(/(\p{Script=Arabic})(?=\p{Script=Arabic})/gu, '$1َ'),
      arabic,
    ],
    ['Arabic without hamza', (text) => text.replace(/[أإآ]/g, 'ا'), arabic],
    [
      'Hindi without nukta',
      (text) =>
        text
          .normalize('NFD')
          .replace(/\u093c/g, '')
          .normalize('NFC'),
      hindi,
    ],
    ['Hindi with the nukta apart', (text) => text.normalize('NFD'), hindi],
    ['Japanese in full width', (text) => text.replace(/[A-Za-z0-9]/g, fullWidth), japanese],
    ['German without its dots', (text) => text.normalize('NFD').replace(/\u0308/g, ''), german],
    ['Polish without its marks', (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, ''), polish],
    ['Russian in capitals', (text) => text.toUpperCase(), russian],
  ];

  it.each(variants)('%s', (_, of, { attacks }) => {
    const rules = [
      'override/previous-instructions',
      'covert/conceal-from-user',
      'leak/hidden-prompt',
    ] as const;
    for (const rule of rules) {
      const missed = attacks[rule].map(of).filter((text) => !foundAs(text).includes(rule));
      expect(missed).toEqual([]);
    }
  });

  function fullWidth(character: string): string {
    return String.fromCharCode(character.charCodeAt(0) + 0xfee0);
  }
});

it('has words for each of the required concepts, or says that it has none', () => {
  // A verb before its object, or behind it: one of the two at least.
  const either = [
    ['disregard', 'disregardLast'],
    ['reveal', 'revealLast'],
    ['beginAnswer', 'beginLast'],
    ['untold', 'tell'],
  ] as const;
  const optional = new Set<string>(either.flat());
  for (const lexicon of Object.values<CompleteLexicon>(covered)) {
    const empty = Object.values(required)
      .flat()
      .filter((concept) => lexicon[concept].length === 0);
    expect(
      empty.filter((concept) => !optional.has(concept) && !/^(?:notAfter|reportedAfter)$/.test(concept)),
    ).toEqual([]);
    for (const kinds of either) expect(kinds.some((kind) => lexicon[kind].length > 0)).toBe(true);
  }
});
