import { describe, expect, it } from 'vitest';
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
