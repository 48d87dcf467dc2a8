import type { HeadChoice } from '../../src/protocol/borders/inference';

/** Code points of a title that a file name keeps at most: up to 4 bytes each, of the 255 that file systems allow. */
const LONGEST_TITLE = 48;

/**
 * The name of an exported file: the title of the prompt, what is in the file, and its ending. Letters of any script, their
 * marks and digits stay, all else becomes hyphens, so that the name is one on every system; of a title that ends like a
 * file name the ending goes, whatever else it holds stays: documents must not become one.
 */
export function exportFileName(title: string, base: string, ending: string): string {
  const words = title
    .normalize('NFC')
    .replace(/(?<=[^.])\.(?=\p{L})[\p{L}\p{N}]{1,10}$/u, '')
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-');
  const kept = Array.from(words)
    .slice(0, LONGEST_TITLE)
    .join('')
    .replace(/^-+|-+$/g, '');
  return `${kept || 'prompt'}-${base}.${ending}`;
}

/** A map in the name of a file. */
export function mapFile(layer: number, head: HeadChoice): string {
  return `layer-${layer}-${head === 'mean' ? 'mean' : `head-${head}`}`;
}
