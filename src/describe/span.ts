import type { ReadingPosition, SpanAttention } from '../protocol/attention';
import { sentence } from '../protocol/sentence';
import { mapName, readerName } from './names';
import type { Phrase } from './phrase';

/** What attention is not; said with every figure of it. */
export const caveat: Phrase = sentence(
  'This describes what the model attends to. It does not prove that the model follows it.',
);

/** What the model attends to at one span, a phrase for each figure. */
export function describeSpan(
  { reading, later }: SpanAttention,
  { reading: position, sink }: { reading: ReadingPosition; sink: number | null },
): Phrase[] {
  const reader = readerName(position.kind);
  const { share, place, bestHead } = reading;
  const phrases: Phrase[] = [
    withAndWithout(
      sink,
      sentence('{share} of what {reader} reads', { share: { share: share.raw }, reader }),
      sentence('{share} without the sink', { share: { share: share.withoutSink } }),
    ),
  ];
  if (place) {
    phrases.push(
      withAndWithout(
        sink,
        sentence('{times} × the mean of same-length passages (rank {rank} of {windows}; 1 = most)', {
          times: { rounded: place.raw.ratio },
          rank: place.raw.rank,
          windows: place.raw.windows,
        }),
        sentence('{times} × without the sink (rank {rank} of {windows})', {
          times: { rounded: place.withoutSink.ratio },
          rank: place.withoutSink.rank,
          windows: place.withoutSink.windows,
        }),
      ),
    );
  }
  const { layer, head } = bestHead.raw;
  phrases.push(
    sentence('most in {map}: {share}', {
      map: mapName(layer, head),
      share: { share: bestHead.raw.share.raw },
    }),
  );
  if (later?.place) {
    phrases.push(
      withAndWithout(
        sink,
        sentence('later tokens: {share} on average (rank {rank} of {windows})', {
          share: { share: later.share.raw },
          rank: later.place.raw.rank,
          windows: later.place.raw.windows,
        }),
        sentence('{share} without the sink (rank {rank} of {windows})', {
          share: { share: later.share.withoutSink },
          rank: later.place.withoutSink.rank,
          windows: later.place.withoutSink.windows,
        }),
      ),
    );
  }
  return phrases;
}

/** Both treatments of a figure; the raw one alone where there is no sink. */
function withAndWithout(sink: number | null, raw: Phrase, withoutSink: Phrase): Phrase {
  return sink === null ? raw : sentence('{raw}; {withoutSink}', { raw, withoutSink });
}
