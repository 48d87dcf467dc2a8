import type { Headline } from '../attention/headline';
import type { AnalysisResult } from '../protocol/analysis';
import type { Treated } from '../protocol/attention';
import { sentence } from '../protocol/sentence';
import { readerName, segmentName, tokenCount } from './names';
import type { Phrase } from './phrase';

/** The answer in one sentence. */
export function answerOf(
  said: Headline,
  { segments, findings, attention }: AnalysisResult,
  treatment: keyof Treated<unknown>,
): Phrase {
  const reader = readerName(attention.reading.kind);
  switch (said.kind) {
    case 'finding': {
      return sentence('Of what {reader} reads, {share} comes from {tokens} of {segment} ({rule}).', {
        reader,
        share: { share: said.span.reading.share[treatment] },
        tokens: tokenCount(said.tokens),
        segment: segmentName(said.segment === null ? undefined : segments[said.segment]),
        rule: findings[said.finding]!.rule,
      });
    }
    case 'segment':
      return sentence(
        'Of what {reader} reads, {share} comes from {tokens} of {segment}; most in layer {layer}.',
        {
          reader,
          share: { share: said.share },
          tokens: tokenCount(said.tokens),
          segment: segmentName(segments[said.segment]),
          layer: String(said.layer),
        },
      );
    case 'spread': {
      const share = { share: said.sinkShare };
      const tokens = tokenCount(said.halfFrom);
      if (attention.sink === null)
        return sentence('Half of what {reader} reads comes from just {tokens}.', { reader, tokens });
      return said.halfFrom === 0
        ? sentence('Of what {reader} reads, {share} is the sink, and there is nothing else.', {
            reader,
            share,
          })
        : sentence(
            'Of what {reader} reads, {share} is the sink; half of the rest comes from just {tokens}.',
            {
              reader,
              share,
              tokens,
            },
          );
    }
  }
}

/** What goes with an answer that is about a finding: how its passage stands among others of its length. */
export function answerDetails(said: Headline, treatment: keyof Treated<unknown>): Phrase[] {
  const place = said.kind === 'finding' ? said.span.reading.place?.[treatment] : undefined;
  if (!place) return [];
  return [
    sentence('That is {times} × the mean of same-length passages (rank {rank} of {windows}; 1 = most).', {
      times: { rounded: place.ratio },
      rank: place.rank,
      windows: place.windows,
    }),
  ];
}
