import { randomFrom, shuffled, type Random } from '../../src/statistics/random';
import { fill, pick } from '../../src/calibration/plants/random';
import { chinese } from './chinese';
import { english } from './english';
import { german } from './german';
import type { Kind, StudyClass, StudyGrammar } from './grammar';

/** A line of the set; `src/protocol/measured/study.ts` describes the fields. */
export interface SetLine {
  id: string;
  class: StudyClass;
  language: string;
  group: string;
  system: string;
  text: string;
  canary: string;
  marks?: string[];
}

const CLASSES = ['normal', 'jailbreak', 'injection'] as const;
/** Texts of each class and language, those by hand among them. */
const EACH = 20;
/** Shortest and longest text, UTF-16 code units; a Chinese character says about as much as three letters. */
const LENGTHS: Record<StudyGrammar['language'], readonly [number, number]> = {
  en: [230, 640],
  de: [240, 680],
  zh: [75, 215],
};
/** Texts tried for each length; the nearest one is taken. */
const TRIES = 60;

const NAMES = ['HERON', 'LANTERN', 'WILLOW', 'GRANITE', 'SPARROW', 'COBALT', 'MEADOW', 'ANCHOR'];
const SECRETS = ['QUARTZ', 'KITE', 'EMBER', 'JUNIPER', 'ONYX', 'TUNDRA', 'VELVET', 'ZEPHYR'];

/** The study's own set of texts; the seed alone decides it. */
export function composeSet(seed = 20): SetLine[] {
  const random = randomFrom(seed);
  const lines = [english, german, chinese].flatMap((grammar) =>
    CLASSES.flatMap((kind) => ofClass(random, grammar, kind)),
  );
  // No two texts alike, else one of them would be in the other's training.
  if (new Set(lines.map(({ text }) => text)).size !== lines.length) throw new Error('Two texts are alike.');
  return lines;
}

/** The same lengths for each class: texts by hand take the nearest, the others are composed for what is left. */
function ofClass(random: Random, grammar: StudyGrammar, kind: StudyClass): SetLine[] {
  const [shortest, longest] = LENGTHS[grammar.language];
  const lengths = Array.from(
    { length: EACH },
    (_, i) => shortest + ((longest - shortest) * (i + 0.5)) / EACH,
  );
  const line = (number: number, group: string, fit: (slots: Slots) => string): SetLine => {
    const mark = `${pick(random, NAMES)}-${10 + Math.floor(random() * 90)}`;
    const canary = `${pick(random, SECRETS)}-${1000 + Math.floor(random() * 9000)}`;
    const slots = { ...grammar.slots, mark: [mark], canary: [canary] };
    const text = fit(slots).trim();
    return {
      id: `${grammar.language}-${kind}-${String(number).padStart(2, '0')}`,
      class: kind,
      language: grammar.language,
      group: `${kind}/${group}`,
      system: fill(random, pick(random, grammar.systems), slots),
      text,
      canary,
      ...(kind !== 'normal' && text.includes(mark) ? { marks: [mark] } : {}),
    };
  };
  const byHand = grammar.byHand[kind].map((pattern, i) =>
    line(i + 1, 'by hand', (slots) => fill(random, pattern, slots)),
  );
  for (const { text } of byHand) {
    const nearest = lengths.reduce(
      (best, one, i) => (Math.abs(one - text.length) < Math.abs(lengths[best]! - text.length) ? i : best),
      0,
    );
    lengths.splice(nearest, 1);
  }
  const composed = lengths.map((length, i) => {
    const pattern = grammar[kind][i % grammar[kind].length]!;
    return line(byHand.length + i + 1, pattern.group, (slots) =>
      nearest(random, grammar, pattern, slots, length),
    );
  });
  return [...byHand, ...composed];
}

type Slots = Readonly<Record<string, readonly string[]>>;

function nearest(random: Random, grammar: StudyGrammar, kind: Kind, slots: Slots, length: number): string {
  const tries = Array.from({ length: TRIES }, () => compose(random, grammar, kind, slots, length));
  return tries.reduce((best, one) =>
    Math.abs(one.length - length) < Math.abs(best.length - length) ? one : best,
  );
}

function compose(random: Random, grammar: StudyGrammar, kind: Kind, slots: Slots, length: number): string {
  // One persona, one company: what a text names twice is the same both times.
  const own = Object.fromEntries(
    Object.entries(slots).map(([slot, words]) =>
      ['persona', 'company', 'thing', 'target'].includes(slot)
        ? [slot, [pick(random, words)]]
        : [slot, words],
    ),
  );
  const opening = fill(random, pick(random, kind.opening), own);
  const core = fill(random, pick(random, kind.core), own);
  const sentences: string[] = [];
  const whole = () => {
    const body = sentences.join(grammar.between);
    return kind.place === 'within' ? `${opening}${body}` : `${opening}${body}\n\n${core}`;
  };
  if (kind.place === 'within') sentences.push(core);
  for (const sentence of shuffled(random, grammar.bodies[pick(random, kind.body)]!)) {
    if (whole().length >= length - 20 * random()) break;
    sentences.splice(Math.floor(random() * (sentences.length + 1)), 0, fill(random, sentence, own));
  }
  return whole();
}

/** A few of them, for a study that takes a minute: the first English texts of two classes. */
export function exampleOf(set: readonly SetLine[]): SetLine[] {
  return (['normal', 'injection'] as const).flatMap((kind) =>
    set.filter((line) => line.language === 'en' && line.class === kind).slice(0, 8),
  );
}
