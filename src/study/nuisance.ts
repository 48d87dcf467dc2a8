import type { StudiedPrompt } from './studiedPrompt';

/** What differences are to be told beside: ln tokens, its square, and one column for each language but the first. */
export function nuisanceOf(prompts: readonly StudiedPrompt[]): Float64Array[] {
  const length = Float64Array.from(prompts, ({ features }) => Math.log(features.tokens));
  const center = length.reduce((sum, value) => sum + value, 0) / length.length;
  const languages = [...new Set(prompts.map(({ line }) => line.language))].sort().slice(1);
  return [
    length,
    length.map((value) => (value - center) ** 2),
    ...languages.map((one) => Float64Array.from(prompts, ({ line }) => (line.language === one ? 1 : 0))),
  ];
}
