import { controlsAtLikeDistance } from '../../../src/attention/patterns/controlsAtLikeDistance';
import { type Part, partsOf } from '../../../src/attention/parts';
import { labelRuns } from '../../../src/attention/summary/runs';
import type { TokenSpan } from '../../../src/protocol/attention';
import type { AskedHeads, HeadsRead, TokensRead } from '../../../src/protocol/requests/heads';
import type { AnalysisResult } from '../../../src/protocol/analysis';

/** What is asked about the heads on a prompt, and what each set of tokens is. */
export interface HeadQuestions {
  asked: AskedHeads;
  /** Segments, template and findings. */
  parts: readonly Part[];
  /** What a part's figures are among the answers. */
  partIn(read: HeadsRead, part: Part): TokensRead;
  /** The same for a boundary. */
  boundaryIn(read: HeadsRead, boundary: number): TokensRead;
  /** Passages of a finding's length and place; none for other parts. */
  controlsIn(read: HeadsRead, part: Part): readonly TokensRead[];
}

/** Questions on all parts and boundaries of a prompt, and on passages to compare each finding with. */
export function headQuestions(result: AnalysisResult): HeadQuestions {
  const { tokens, attention } = result;
  const { sink, reading, boundaries, flow } = attention;
  const parts = partsOf(result).filter(({ kind }) => kind !== 'sink');
  const sets: TokenSpan[][] = parts.map((part) => runsOf(part.tokens));
  const boundariesFrom = sets.length;
  sets.push(...boundaries.map(({ occurrences }) => occurrences));
  const controls = new Map<Part, { first: number; end: number }>();
  for (const part of parts) {
    const span = part.kind === 'finding' ? attention.spans[part.index] : null;
    if (!span) continue;
    const passages = controlsAtLikeDistance(tokens, span.tokens, sink);
    controls.set(part, { first: sets.length, end: sets.length + passages.length });
    sets.push(...passages.map((passage) => [passage]));
  }
  const group = ({ segment, origin }: AnalysisResult['tokens'][number]) =>
    flow.groups.findIndex((one) =>
      segment === null
        ? one.segment === null && one.label === (origin === 'unmapped' ? 'unmapped' : 'template')
        : one.segment === segment,
    );
  return {
    asked: {
      sink,
      reading: { kind: reading.kind, token: reading.token },
      sets,
      groupOf: tokens.map(group),
    },
    parts,
    partIn: (read, part) => read.sets[parts.indexOf(part)]!,
    boundaryIn: (read, boundary) => read.sets[boundariesFrom + boundary]!,
    controlsIn(read, part) {
      const { first, end } = controls.get(part) ?? { first: 0, end: 0 };
      return read.sets.slice(first, end);
    },
  };
}

/** Tokens, ascending, as runs. */
function runsOf(tokens: readonly number[]): TokenSpan[] {
  const own = new Set(tokens);
  const labels = Array.from({ length: tokens.at(-1)! + 1 }, (_, at) => (own.has(at) ? 0 : null));
  return labelRuns(labels).map(({ first, end }) => ({ first, end }));
}
