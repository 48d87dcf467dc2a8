import { describe, expect, it } from 'vitest';
import { rules } from '../../../src/detection/rules';
import type { Severity } from '../../../src/protocol/finding';
import type { Trust } from '../../../src/protocol/prompt';
import { findIn } from './findIn';

const trusts: readonly Trust[] = ['author', 'user', 'untrusted'];
/** In untrusted text even a discussed attack is a hint. */
const honest: readonly Trust[] = ['author', 'user'];

/** The contract's table, family by family: author, user, untrusted. */
const table: Record<string, (Severity | null)[]> = {
  override: ['warning', 'warning', 'error'],
  boundary: ['warning', 'warning', 'error'],
  hidden: ['warning', 'warning', 'error'],
  covert: ['warning', 'warning', 'warning'],
  exfiltration: ['warning', 'warning', 'warning'],
  forcing: ['warning', 'warning', 'warning'],
  leak: ['information', 'warning', 'warning'],
  persona: ['information', 'warning', 'warning'],
  imperative: [null, null, 'information'],
};

it('names each rule once', () => {
  const ids = rules.map((rule) => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(rule.invalid)('reports example %#', (text) => {
    expect(findIn(text, 'untrusted').map((f) => f.rule)).toContain(id);
  });

  it.each(rule.valid)('leaves example %# alone', (text) => {
    for (const trust of honest) expect(findIn(text, trust).map((f) => f.rule)).not.toContain(id);
  });

  it('is as severe as the contract says', () => {
    const example = rule.invalid[0] ?? '';
    const severities = trusts.map(
      (trust) => findIn(example, trust).find((f) => f.rule === id)?.severity ?? null,
    );
    expect(severities).toEqual(table[id.split('/')[0] ?? '']);
  });

  it('says what, why and what to do in one plain line', () => {
    const { message } = findIn(rule.invalid[0] ?? '', 'untrusted').find((f) => f.rule === id) ?? {
      message: '',
    };
    expect(message).toContain('as data, nothing to obey: ');
    expect(message).not.toMatch(/[<>`\n\r]/);
    expect(message.split('. ').length).toBeGreaterThanOrEqual(3);
  });
});
