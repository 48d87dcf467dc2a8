import { sentencesOf } from '../../prompts/sentences';
import { honest } from './honest';
import { honestOther } from './honestOther';
import { plant } from './plants';
import { type Random, shuffled } from '../../statistics/random';
import { pick } from './random';

/** A text and where it comes from. */
export interface Piece {
  source: string;
  text: string;
}

/** A piece of a prompt file, with what was put into it. Ranges are in UTF-16 code units. */
export interface Composed extends Piece {
  as: 'user' | 'raw' | 'system';
  plants: { start: number; end: number; family: string }[];
  /** Honest insertions. */
  others: [start: number, end: number][];
  sentences: [start: number, end: number][];
}

export interface Insertion {
  text: string;
  /** `null` for what is honest. */
  family: string | null;
}

const SHORTEST = 300;
const LONGEST = 1_900;

/** A piece of a file from one line's start to another's end; half of them from its first line. */
function excerpt(random: Random, text: string): string {
  const length = SHORTEST + random() * (LONGEST - SHORTEST);
  const at = random() < 0.5 ? 0 : Math.floor(random() * Math.max(1, text.length - length));
  const start = at === 0 ? 0 : text.indexOf('\n', at) + 1;
  const cut = text.slice(start, start + length);
  const end = start + length < text.length ? cut.lastIndexOf('\n') : cut.length;
  return (end > length / 3 ? cut.slice(0, end) : cut).trimEnd();
}

function insertion(random: Random, attacks: readonly Piece[][], files: readonly Piece[]): Insertion {
  const kind = random();
  if (kind < 0.15) return { text: honest(random), family: null };
  if (kind < 0.35) return { text: honestOther(random), family: null };
  if (kind < 0.42) {
    const { text } = pick(random, files);
    const some = sentencesOf(text.slice(0, 6_000));
    const { start, end } =
      some.length > 0 ? pick(random, some) : { start: 0, end: Math.min(80, text.length) };
    return { text: text.slice(start, end), family: null };
  }
  if (kind < 0.62 && attacks.length > 0) {
    const { source, text } = pick(random, pick(random, attacks));
    return { text: text.trim(), family: source };
  }
  return plant(random);
}

/** Puts insertions at borders of sentences: mostly as lines of their own, else into the paragraph. */
export function insertInto(random: Random, text: string, insertions: readonly Insertion[]) {
  const borders = shuffled(random, sentencesOf(text)).slice(0, insertions.length);
  borders.sort((a, b) => a.end - b.end);
  let out = '';
  let from = 0;
  const plants: { start: number; end: number; family: string }[] = [];
  const others: [number, number][] = [];
  for (const [i, { end }] of borders.entries()) {
    const { text: said, family } = insertions[i]!;
    const lineEnd = text.indexOf('\n', end);
    const ownLine = random() < 0.75;
    const to = ownLine ? (lineEnd === -1 ? text.length : lineEnd) : end;
    out += text.slice(from, Math.max(from, to)) + (ownLine ? pick(random, ['\n', '\n', '\n\n']) : ' ');
    from = Math.max(from, to);
    const start = out.length;
    out += said;
    if (family === null) others.push([start, out.length]);
    else plants.push({ start, end: out.length, family });
    if (ownLine && random() < 0.4) out += '\n';
  }
  return { text: out + text.slice(from), plants, others };
}

/**
 * Pieces of files, each as it is or with one to three insertions at borders of sentences: plants (of our own and from
 * `attacks`), honest lines in like words, and honest text of another file.
 */
export function composeTexts(random: Random, files: readonly Piece[], attacks: readonly Piece[]): Composed[] {
  const bySource = new Map<string, Piece[]>();
  for (const attack of attacks) {
    if (attack.text.length < 700)
      bySource.set(attack.source, [...(bySource.get(attack.source) ?? []), attack]);
  }
  const groups = [...bySource.values()];
  return shuffled(random, files).flatMap(({ source, text }) => {
    const piece = excerpt(random, text);
    if (piece.length < 100) return [];
    const count = random() < 0.2 ? 0 : 1 + Math.floor(random() * 4);
    const insertions = Array.from({ length: count }, () => insertion(random, groups, files));
    const composed = insertInto(random, piece, insertions);
    const as = random() < 0.7 ? 'user' : pick(random, ['raw', 'system'] as const);
    const sentences = sentencesOf(composed.text).map(({ start, end }): [number, number] => [start, end]);
    return [{ source, as, ...composed, sentences }];
  });
}
