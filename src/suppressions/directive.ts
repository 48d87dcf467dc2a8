import type { Refusal } from './suppression';

/** What a suppression says, wherever it was written. */
export interface Directive {
  rules: string[];
  reason: string;
  until?: string;
  refused?: Refusal;
}

/** A suppression in words: `RULE, RULE -- reason until 2027-01-31`; the day may stand before the reason too. */
export function readDirective(words: string, isRule: (name: string) => boolean): Directive {
  const [, named = '', said = ''] = /^([^]*?)(?:(?<=\s|^)(?:--|—)(?=\s|$)([^]*))?$/.exec(words) ?? [];
  const [names, dayOfNames] = cutDay(named);
  const [reason, day] = cutDay(said);
  const rules = names.split(/[\s,]+/).filter((name) => name !== '');
  const until = day ?? dayOfNames;
  return checked({ rules, reason, ...(until === undefined ? {} : { until }) }, isRule);
}

/** Words without the day that they end with, and that day. */
function cutDay(words: string): [rest: string, day: string | undefined] {
  const [, rest = '', day] = /^([^]*?)(?:[\s,;(]*\buntil\s+(\d[^\s)]*?)[\s).]*)?$/i.exec(words.trim()) ?? [];
  return [rest, day];
}

/** The same with why it is not applied, where it is not. */
export function checked(
  { rules, reason, until }: Pick<Directive, 'rules' | 'reason' | 'until'>,
  isRule: (name: string) => boolean,
): Directive {
  const said = {
    rules,
    reason: reason.replace(/\s+/g, ' ').trim(),
    ...(until === undefined ? {} : { until }),
  };
  if (rules.length === 0 || !rules.every(isRule) || (until !== undefined && !isDay(until)))
    return { ...said, refused: 'malformed' };
  return /\p{L}/u.test(said.reason) ? said : { ...said, refused: 'no-reason' };
}

/** Whether a text is a day that there is, as `2027-01-31`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Whether a name is that of a rule, or `family/*` of one that there is. */
export function isRuleOf(ids: readonly string[]): (name: string) => boolean {
  return (name) =>
    ids.some((id) => id === name || (/^[^*]+\/\*$/.test(name) && id.startsWith(name.slice(0, -1))));
}
