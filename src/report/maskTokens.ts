import type { AnalysisResult } from '../protocol/analysis';

/**
 * The same result without the author's words: offsets and figures stay, the text of each token that
 * comes from the source becomes `…`, and what stands between tokens a blank. What other programs read
 * must not carry a payload on.
 */
export function maskTokens(result: AnalysisResult): AnalysisResult {
  const tokens = result.tokens.map((token) => ({
    ...token,
    ...(token.origin !== 'template' && token.origin !== 'special' && { text: '…' }),
    ...(token.gap !== undefined && { gap: ' ' }),
  }));
  return { ...result, tokens };
}
