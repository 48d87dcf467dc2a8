import { commentSuppressions, type ReadText } from './comments';
import { frontMatterSuppressions } from './frontMatter';
import type { Suppression } from './suppression';

/** The suppressions that stand in a text: those of its front matter and of its comments. */
export function suppressionsIn(read: ReadText, isRule: (name: string) => boolean): Suppression[] {
  return [...frontMatterSuppressions(read, isRule), ...commentSuppressions(read, isRule)];
}
