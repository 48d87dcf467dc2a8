import { describe, expect, it } from 'vitest';
import { findIn, warned } from '../findIn';
import { families, type Cases } from './cases/cases';
import { dutch } from './cases/dutch';
import { french } from './cases/french';
import { german } from './cases/german';
import { italian } from './cases/italian';
import { portuguese } from './cases/portuguese';
import { spanish } from './cases/spanish';

const languages: Record<string, Cases> = { german, dutch, french, spanish, portuguese, italian };

describe.each(Object.entries(languages))('%s', (_, { attacks, guards, people }) => {
  it.each(families)('%s: at least three attacks are found in untrusted text', (rule) => {
    expect(attacks[rule].length).toBeGreaterThanOrEqual(3);
    const missed = attacks[rule].filter(
      (text) => !findIn(text, 'untrusted').some((finding) => finding.rule === rule),
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
