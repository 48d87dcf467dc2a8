import { RE2JS } from 're2js';
import { foldText } from '../detection/folding/foldText';
import type { Hit } from '../detection/hit';
import { matchesOf } from '../detection/rules/hits';
import type { Rule } from '../detection/rules/rule';
import type { RuleSetting, UserRule } from '../protocol/config';
import type { Severity } from '../protocol/finding';

/** Scripts that put no space between words. */
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/**
 * A rule of a workspace's own, made ready. It reads the folded text, in time linear in it.
 *
 * @throws Error where its pattern is not well formed, in the words of RE2
 */
export function compileUserRule({
  id,
  message,
  severity = 'warning',
  phrases,
  pattern,
  ...rule
}: UserRule): Rule {
  const of = (setting: RuleSetting | undefined): Severity | null =>
    setting === undefined || setting === 'off' ? null : setting;
  const finders = [
    ...(phrases ? [phraseFinder(phrases)] : []),
    ...(pattern === undefined ? [] : [patternFinder(pattern)]),
  ];
  return {
    id,
    title: message.trim().replace(/[.!]+$/, ''),
    why: 'A rule of this workspace reports it.',
    todo: 'See its settings.',
    severity:
      typeof severity === 'string'
        ? { author: severity, user: severity, untrusted: severity }
        : { author: of(severity.author), user: of(severity.user), untrusted: of(severity.untrusted) },
    fixes: () => [],
    reads: 'folded',
    discussable: false,
    valid: rule.valid ?? [],
    invalid: rule.invalid,
    find: ({ folded }) => finders.flatMap((find) => find(folded)),
  };
}

type Find = (folded: string) => Hit[];

/** Phrases as whole words, in any case, with any white space. */
function phraseFinder(phrases: readonly string[]): Find {
  const parts = phrases.map((phrase) => {
    const words = foldText(phrase).folded.trim();
    const middle = words.split(/\s+/).map(escaped).join('\\s{1,20}');
    return `${edge(words[0], '(?<![\\p{L}\\p{N}])')}${middle}${edge(words.at(-1), '(?![\\p{L}\\p{N}])')}`;
  });
  const any = new RegExp(parts.join('|'), 'giu');
  return (folded) => matchesOf(folded, any);
}

/** What holds a phrase apart from longer words, where its script does so. */
function edge(character: string | undefined, border: string): string {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character) && !unspaced.test(character)
    ? border
    : '';
}

function patternFinder(pattern: string): Find {
  const compiled = RE2JS.compile(pattern);
  return (folded) => {
    const matcher = compiled.matcher(folded);
    const hits: Hit[] = [];
    while (matcher.find()) {
      // Nothing is no finding.
      if (matcher.end() > matcher.start()) hits.push({ start: matcher.start(), end: matcher.end() });
    }
    return hits;
  };
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
