import type { Circumstances, SpanAttention } from '../protocol/attention';
import { sentence } from '../protocol/sentence';
import { readerName } from './names';
import type { Phrase } from './phrase';

/** From how many times an ordinary passage's share on a passage counts as one that gets more, and below what as less. */
const MORE = 1.5;
const LESS = 1 / MORE;

/** What the model attends to at one span, in one plain sentence; without the sink where there is one. */
export function spanInWords({ reading }: SpanAttention, { reading: at, sink }: Circumstances): Phrase {
  const { place, share } = reading;
  const reader = readerName(at.kind);
  if (!place) {
    const own = sink === null ? share.raw : share.withoutSink;
    return sentence('{share} of what {reader} attends to is here.', { share: { share: own }, reader });
  }
  const { ratio } = sink === null ? place.raw : place.withoutSink;
  const times = { rounded: ratio };
  if (ratio >= MORE) {
    return sentence('It gets more attention than passages of this length usually do ({times} × as much).', {
      times,
    });
  }
  return ratio <= LESS
    ? sentence('It gets less attention than passages of this length usually do ({times} × as much).', {
        times,
      })
    : sentence('It gets about as much attention as passages of this length usually do.');
}
