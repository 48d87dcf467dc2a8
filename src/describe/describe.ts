import { headline } from '../attention/headline';
import type { AnalysisResult } from '../protocol/analysis';
import type { Treated } from '../protocol/attention';
import { sentence } from '../protocol/sentence';
import { answerDetails, answerOf } from './answer';
import { divisionNotes } from './division';
import { classified } from './warnings/classified';
import { foundOf } from './warnings/found';
import { headCount, layerCount, segmentName, tokenCount } from './names';
import { nextWordsOf } from './nextWords';
import { overviewOf } from './overview';
import { notCalibrated } from './warnings/passages';
import type { Phrase } from './phrase';
import { describeSpan } from './span';

/** What is said of an analysis, wherever it is said. Names no word of the prompt. */
export interface Description {
  /** What was read by what. */
  model: Phrase;
  /** What to know of how the prompt was read. */
  notes: Phrase[];
  /** First line of the answer: what the rules found and how sure that is, or that nothing was found. */
  found: Phrase;
  /** The answer in one sentence. */
  answer: Phrase;
  /** The figures behind the answer, for those who ask. */
  details: Phrase[];
  /** What the model would go on with; `null` where it predicts nothing that can be had. */
  next: Phrase | null;
  /** `[finding]`: what the model attends to there, a phrase for each figure; `null` where it read nothing of it. */
  findings: (Phrase[] | null)[];
  /** The first analyses in a sentence each. */
  overview: Phrase[];
}

/**
 * Says an analysis. `treatment`: whether the sink is in the figures of the answer, as the page's switch has it; charts
 * drawn with the same treatment agree with it.
 */
export function describe(
  result: AnalysisResult,
  treatment: keyof Treated<unknown> = 'withoutSink',
): Description {
  const { attention } = result;
  const said = headline(result, treatment);
  return {
    model: modelPhrase(result),
    notes: notesOf(result),
    found: foundOf(result.findings),
    answer: answerOf(said, result),
    details: answerDetails(said, result, treatment === 'withoutSink'),
    next: nextWordsOf(result.next),
    findings: attention.spans.map((span) => span && describeSpan(span, attention)),
    overview: overviewOf(result),
  };
}

/** The model and how much it read. */
function modelPhrase({ model, tokens, truncated }: AnalysisResult): Phrase {
  const values = { model: model.name, layers: layerCount(model.layers), heads: headCount(model.heads) };
  return truncated
    ? sentence('{model}: {layers} × {heads}, only the last {kept} of {tokens} tokens read', {
        ...values,
        kept: truncated.kept,
        tokens: truncated.tokens,
      })
    : sentence('{model}: {layers} × {heads}, {tokens} read', {
        ...values,
        tokens: tokenCount(tokens.length),
      });
}

/** What to know of how the prompt was read. */
export function notesOf(result: AnalysisResult): Phrase[] {
  const { tokens, template, leftOut, segments, attention, calibrated } = result;
  const notes: Phrase[] = calibrated ? [] : [notCalibrated];
  if (template === 'role headings') {
    notes.push(
      sentence('The model has no chat template: messages were written with plain headings of their roles.'),
    );
  }
  for (const { segment, line } of leftOut) {
    notes.push(
      sentence(
        'The model did not read {segment} at line {line}: its chat template leaves this message out.',
        {
          segment: segmentName(segments[segment]),
          line,
        },
      ),
    );
  }
  notes.push(...divisionNotes(tokens));
  if (attention.reading.kind === 'classification') {
    notes.push(
      sentence(
        'This model reads both ways, each token all others. The figures tell what its classification token reads.',
      ),
    );
  }
  if (attention.reading.kind === 'mean') {
    notes.push(
      sentence(
        'This model reads both ways, each token all others. The figures are means over what all tokens read.',
      ),
    );
  }
  return [...notes, ...classified(result)];
}
