import { meanReading, standingOf } from '../attention/standing';
import type { AnalysisResult } from '../protocol/analysis';
import type { Treated } from '../protocol/attention';
import { sentence } from '../protocol/sentence';
import { readerName } from './names';
import type { Phrase } from './phrase';
import { timesInWords } from './times';

/**
 * What the model attends to at a finding, by its number, in one plain sentence, as the answer judges it in the same
 * treatment of the sink. `null` where the model did not read the passage.
 */
export function spanInWords(
  result: AnalysisResult,
  finding: number,
  treatment: keyof Treated<unknown> = 'withoutSink',
): Phrase | null {
  const { spans, sink, reading } = result.attention;
  const span = spans[finding];
  if (!span) return null;
  const row = meanReading(reading.perLayer, treatment === 'raw' ? null : sink);
  const standing = standingOf(result, span.tokens, row, treatment);
  if (!standing) {
    return sentence(
      '{share} of what {reader} reads is here; the prompt has too few passages like it to tell how much is usual.',
      { share: { share: span.reading.share[treatment] }, reader: readerName(reading.kind) },
    );
  }
  const times = timesInWords(standing.ratio);
  if (!times) {
    return sentence('It gets about as much attention as a passage of this length and place usually gets.');
  }
  return standing.verdict === 'usual'
    ? sentence(
        'It gets {times} the attention that a passage of this length and place usually gets, but so do others there.',
        { times },
      )
    : sentence('It gets {times} the attention that a passage of this length and place usually gets.', {
        times,
      });
}
