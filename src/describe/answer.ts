import type { Headline } from '../attention/headline';
import type { Standing } from '../attention/standing';
import type { AnalysisResult } from '../protocol/analysis';
import { sentence } from '../protocol/sentence';
import { readerName, segmentName, segmentNames, tokenCount } from './names';
import type { Phrase } from './phrase';
import { timesInWords } from './times';

/** Part of a passage's share from which on its strongest token is named: the figure is about that one. */
const MOSTLY_ONE = 0.5;

/** The answer in one sentence, in words: what stands out, or that nothing does. */
export function answerOf(said: Headline, result: AnalysisResult): Phrase {
  const reader = readerName(result.attention.reading.kind);
  if (said.kind === 'spread') {
    if (said.halfFrom === 0)
      return sentence('Nothing stands out: {reader} reads nothing of the prompt.', { reader });
    return sentence(
      'Nothing stands out: half of what {reader} reads of the prompt comes from {half} of its {tokens}.',
      { reader, half: said.halfFrom, tokens: tokenCount(said.tokens) },
    );
  }
  if (said.kind === 'segment') {
    const names = segmentNames(result.segments);
    if (!said.beyond) {
      return sentence(
        'Nothing stands out: most comes from {segment}, and no part gets twice as much as a longer and nearer one.',
        { segment: names[said.segment]! },
      );
    }
    return sentence(
      'Stands out: {segment}, with {times} what {other} gets, which is no shorter and no farther away.',
      {
        segment: names[said.segment]!,
        times: timesInWords(said.beyond.ratio) ?? '',
        other: names[said.beyond.segment]!,
      },
    );
  }
  const finding = {
    n: said.finding + 1,
    segment: segmentName(said.segment === null ? undefined : result.segments[said.segment]),
    rule: result.findings[said.finding]!.rule,
  };
  const subject: Phrase =
    result.findings.length === 1
      ? sentence('the finding in {segment} ({rule})', finding)
      : sentence('finding {n}, in {segment} ({rule})', finding);
  if (said.standing) return standingPhrase(subject, said.standing);
  return sentence(
    '{share} of what {reader} reads comes from {subject}; the prompt has too few passages like it to tell how much is usual.',
    { subject, reader, share: { share: said.share } },
  );
}

function standingPhrase(subject: Phrase, { verdict, ratio, overall }: Standing): Phrase {
  const times = timesInWords(ratio);
  if (!times) {
    return sentence(
      'Nothing stands out: {subject} gets about as much as a passage of this length and place usually gets.',
      { subject },
    );
  }
  const values = { subject, times };
  if (verdict === 'more') {
    return sentence(
      'Stands out: {subject}, with {times} what a passage of this length and place usually gets.',
      values,
    );
  }
  if (verdict === 'less') {
    return sentence(
      'Stands out: {subject}, with only {times} what a passage of this length and place usually gets.',
      values,
    );
  }
  if (ratio > 1 && overall < 1) {
    return sentence(
      'Nothing stands out: {subject} gets {times} what a passage of this length and place usually gets, yet less than the average passage of the prompt.',
      values,
    );
  }
  if (ratio < 1 && overall > 1) {
    return sentence(
      'Nothing stands out: {subject} gets {times} what a passage of this length and place usually gets, yet more than the average passage of the prompt.',
      values,
    );
  }
  return sentence(
    'Nothing stands out: {subject} gets {times} what a passage of this length and place usually gets, but so do others there.',
    values,
  );
}

/** The figures behind the answer. */
export function answerDetails(
  said: Headline,
  { attention }: AnalysisResult,
  isWithoutSink: boolean,
): Phrase[] {
  const reader = readerName(attention.reading.kind);
  const details: Phrase[] = [];
  if (said.kind !== 'spread') {
    const { share, tokens, strongest } = said;
    details.push(
      sentence('{share} of what {reader} reads comes from {tokens}.', {
        reader,
        share: { share },
        tokens: tokenCount(tokens),
      }),
    );
    if (said.kind === 'finding' && said.standing) {
      const { usual, ratio, rank, passages, overall } = said.standing;
      details.push(
        sentence(
          'Usual there is {usual}, the median of {passages} passages: this one has {ratio} × that, rank {rank} (1 = most).',
          {
            usual: { share: usual },
            passages,
            ratio: { rounded: ratio },
            rank,
          },
        ),
        sentence('Of all passages of its length in the prompt it has {ratio} × the mean.', {
          ratio: { rounded: overall },
        }),
      );
    }
    if (tokens > 1 && strongest.part >= MOSTLY_ONE) {
      details.push(
        sentence('{part} of its share is on one token, number {token}.', {
          part: { share: strongest.part },
          token: String(strongest.token),
        }),
      );
    }
  }
  if (attention.sink !== null && isWithoutSink) {
    details.push(sentence('The sink is taken out of these figures.'));
  }
  return details;
}
