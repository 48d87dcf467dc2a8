import type { Headline } from '../attention/headline';
import type { AnalysisResult } from '../protocol/analysis';
import { sentence } from '../protocol/sentence';
import { mapName, readerName, segmentName, tokenCount } from './names';
import type { Phrase } from './phrase';

/** The answer in one sentence. */
export function answerOf(said: Headline, { segments, findings, attention }: AnalysisResult): Phrase {
  const reader = readerName(attention.reading.kind);
  switch (said.kind) {
    case 'finding': {
      const { share, bestHead } = said.span.reading;
      const { layer, head } = bestHead.raw;
      return sentence(
        'Of what {reader} reads, {share} comes from {tokens} of {segment} ({rule}); strongest in {map}, with {best}.',
        {
          reader,
          share: { share: share.raw },
          tokens: tokenCount(said.tokens),
          segment: segmentName(said.segment === null ? undefined : segments[said.segment]),
          rule: findings[said.finding]!.rule,
          map: mapName(layer, head),
          best: { share: bestHead.raw.share.raw },
        },
      );
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

/** What goes with an answer that is about a finding: how its passage stands among others, and without the sink. */
export function answerDetails(said: Headline, { attention }: AnalysisResult): Phrase[] {
  if (said.kind !== 'finding') return [];
  const { share, place } = said.span.reading;
  const details: Phrase[] = [];
  if (place) {
    details.push(
      sentence('That is {times} × the mean of same-length passages (rank {rank} of {windows}; 1 = most).', {
        times: { rounded: place.raw.ratio },
        rank: place.raw.rank,
        windows: place.raw.windows,
      }),
    );
  }
  if (attention.sink !== null) {
    details.push(sentence('With the sink taken out it is {share}.', { share: { share: share.withoutSink } }));
  }
  return details;
}
