import { insertInto, composeTexts, type Piece } from './plants/composeTexts';
import { plant } from './plants/plants';
import type { Random } from '../statistics/random';
import { pick } from './plants/random';
import type { SourceRange } from '../protocol/prompt';

/** How many parts the files are dealt into; each part is measured by what was fitted to the others. */
export const FOLDS = 5;

/** A text for the calibration: a file as it is, with one plant to be found, or a piece of it with several to learn from. */
export interface CalibrationText {
  /** Index of the clean file that it was made of. */
  file: number;
  kind: 'clean' | 'planted' | 'training';
  text: string;
  plants: (SourceRange & { family: string })[];
}

/** The part that a family of plants is measured in, and a file. */
export type Deal = { family: (family: string) => number; file: (file: number) => number };

/** Deals families in the order in which they are first named, and files in their own. */
export function deal(): Deal {
  const known = new Map<string, number>();
  return {
    family(name) {
      const at = known.get(name) ?? known.size;
      known.set(name, at);
      return at % FOLDS;
    },
    file: (file) => file % FOLDS,
  };
}

/** Tries to find a plant of a wanted part. */
const TRIES = 200;

/**
 * The texts of a calibration: each file as it is, the same with one plant in place of as much of its end, of a family that is measured in the file's
 * own part, and `rounds` pieces of it with honest insertions and with plants to learn from. `given`: plants of a
 * person's own, each of the family that its source names, which stand for half of all.
 */
export function calibrationTexts(
  random: Random,
  files: readonly string[],
  given: readonly Piece[],
  dealt: Deal,
  rounds = 2,
): CalibrationText[] {
  const texts: CalibrationText[] = [];
  files.forEach((text, file) => {
    texts.push({ file, kind: 'clean', text, plants: [] });
    const chosen = plantOf(random, given, (family) => dealt.family(family) === dealt.file(file));
    if (!chosen) return;
    const { text: planted, plants } = insertInto(random, shortened(text, chosen.text.length), [chosen]);
    if (plants.length > 0) texts.push({ file, kind: 'planted', text: planted, plants });
  });
  const pieces = files.map((text, file) => ({ source: String(file), text }));
  for (let round = 0; round < rounds; round++)
    for (const { source, text, plants } of composeTexts(random, pieces, given))
      texts.push({ file: Number(source), kind: 'training', text, plants });
  return texts;
}

/** A text without so many characters of its end, as whole lines go: what is planted must not make it longer. */
function shortened(text: string, by: number): string {
  const end = text.lastIndexOf('\n', Math.max(0, text.length - by));
  return end > text.length / 3 ? text.slice(0, end) : text;
}

function plantOf(
  random: Random,
  given: readonly Piece[],
  isWanted: (family: string) => boolean,
): { text: string; family: string } | null {
  for (let tries = 0; tries < TRIES; tries++) {
    const one = given.length > 0 && random() < 0.5 ? pick(random, given) : null;
    const { text, family } = one ? { text: one.text, family: one.source } : plant(random);
    if (isWanted(family)) return { text, family };
  }
  return null;
}
