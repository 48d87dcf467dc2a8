import { isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import type { Trust } from '../protocol/prompt';
import type { ReadText } from './comments';
import { checked } from './directive';
import type { Suppression } from './suppression';

const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n([^]*?)\r?\n---[ \t]*(?:\r?\n|$)/;
/** Longest front matter read, UTF-16 code units. */
const LONGEST = 20_000;

/**
 * The suppressions of a file's front matter, for the whole file: below `attnscope`, a list `disable` with `rule`,
 * `reason` and perhaps `until`.
 */
export function frontMatterSuppressions(
  { text, segments, markupTrust }: ReadText,
  isRule: (name: string) => boolean,
): Suppression[] {
  const [, front] = FRONT_MATTER.exec(text.slice(0, LONGEST)) ?? [];
  if (front === undefined || !/^attnscope[ \t]*:/m.test(front)) return [];
  const from = text.indexOf('\n') + 1;
  const segment = segments.find(({ start, end }) => start <= from && from < end);
  const speaker = segment ?? { role: 'prompt' as const, trust: markupTrust satisfies Trust };
  const listed = listIn(front);
  if (listed === undefined) return [];
  return listed.map(({ said, range: [start, end] }): Suppression => {
    const directive = checked(
      { rules: [said.rule ?? ''], reason: said.reason ?? '', ...(said.until ? { until: said.until } : {}) },
      isRule,
    );
    const refused = speaker.trust === 'author' ? directive.refused : ('in-data' as const);
    return {
      by: 'front-matter',
      ...directive,
      ...(refused ? { refused } : {}),
      covers: { kind: 'file' },
      written: { start: from + start, end: from + end, segment: speaker },
    };
  });
}

type Said = Partial<Record<'rule' | 'reason' | 'until', string>>;
type Range = readonly [start: number, end: number];

/** Entries of the list with their places in the front matter; what is no list of entries is one that says nothing. */
function listIn(front: string): { said: Said; range: Range }[] | undefined {
  let contents: unknown;
  try {
    const document = parseDocument(front, { schema: 'core', logLevel: 'error' });
    if (document.errors.length > 0) return undefined;
    contents = document.get('attnscope', true);
  } catch {
    return undefined;
  }
  const list = isMap(contents) ? contents.get('disable', true) : undefined;
  const rangeOf = (node: unknown): Range => {
    const range = (node as Node | undefined)?.range ?? [0, front.length];
    return [range[0], front.slice(0, range[1]).trimEnd().length];
  };
  if (isScalar(list) && list.value === null) return [];
  if (!isSeq(list)) return [{ said: {}, range: rangeOf(list ?? contents) }];
  return list.items.map((item) => {
    const [start, end] = rangeOf(item);
    // With its hyphen, so that nothing is left over where it goes.
    const dash = front.slice(0, start).trimEnd().length - 1;
    return { said: isMap(item) ? saidBy(item) : {}, range: [front[dash] === '-' ? dash : start, end] };
  });
}

function saidBy(entry: { get(key: string, keep: true): unknown }): Said {
  const text = (key: string) => {
    const value = entry.get(key, true);
    // A day is written without quotes, and stays as it is written.
    return isScalar(value) && value.value !== null ? (value.source ?? String(value.value)) : undefined;
  };
  return Object.fromEntries(
    (['rule', 'reason', 'until'] as const).flatMap((key) => {
      const value = text(key);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}
