import { segmentNames } from '../../src/describe/names';
import type { ShownAnalysis } from '../../src/protocol/borders/shown';
import type { Band } from '../charts/parts/bands';
import type { L10n } from '../../src/describe/l10n';

/**
 * Segments and findings as they are marked beside the map, in cells of `pool` tokens. `rowsBefore`: rows of it that are left
 * out above the first.
 */
export function bandsOf(shown: ShownAnalysis, l10n: L10n, pool: number, rowsBefore = 0): Band[] {
  const { tokens, segments, attention } = shown.result;
  const bands: Band[] = [];
  if (segments.length > 1) {
    const names = segmentNames(segments).map(l10n.say);
    for (const index of segments.keys()) {
      const first = tokens.findIndex((token) => token.segment === index);
      if (first < 0) continue;
      const last = tokens.findLastIndex((token) => token.segment === index);
      bands.push({
        kind: 'segment',
        first: first / pool,
        end: (last + 1) / pool,
        label: names[index]!,
        index,
        rowsBefore,
      });
    }
  }
  for (const [index, span] of attention.spans.entries()) {
    if (!span) continue;
    bands.push({
      kind: 'finding',
      index,
      first: span.tokens.first / pool,
      end: span.tokens.end / pool,
      label: String(index + 1),
      rowsBefore,
    });
  }
  return bands;
}
