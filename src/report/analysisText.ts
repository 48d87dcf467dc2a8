import { type AnalysisResult } from '../protocol/analysis';
import { type BoundaryAttention, type SpanAttention } from '../protocol/attention';
import { headline } from '../attention/headline';
import { plainText } from '../protocol/plainText';
import { count } from './count';
import { findingsText } from './findingsText';

/** Longest name of a model or boundary shown, in UTF-16 code units. */
const LONGEST_NAME = 80;

/** Boundaries that get a line of their own. */
const MOST_BOUNDARIES = 5;

const segmentNames: Record<AnalysisResult['segments'][number]['role'], string> = {
  prompt: 'the prompt',
  system: 'the system prompt',
  user: 'the user message',
  assistant: 'the assistant message',
  tool: 'the tool result',
  data: 'the data',
};

/**
 * The result of an analysis for a terminal: the findings, the answer in one sentence, and what the model
 * attends to at each finding. Holds no word of the prompt beyond the masked excerpts of the findings.
 */
export function analysisText(result: AnalysisResult, title: string): string {
  const { model, tokens, truncated, findings, attention } = result;
  const lines = [
    `${plainText(model.name, LONGEST_NAME)}: ${count(model.layers, 'layer')} x ${count(model.heads, 'head')}, ${count(tokens.length, 'token')} read.`,
  ];
  if (result.template === 'role headings')
    lines.push('The model has no chat template: messages were written with plain headings of their roles.');
  if (truncated) lines.push(`Only the last ${truncated.kept} of ${truncated.tokens} tokens were read.`);
  for (const { role, line } of result.leftOut)
    lines.push(
      `The model did not read ${segmentNames[role]} at line ${line}: its chat template leaves this message out.`,
    );
  lines.push('', answer(result));
  for (const [index, span] of attention.spans.entries()) {
    const finding = findings[index];
    if (finding && span)
      lines.push('', `${finding.line}:${finding.column} ${finding.rule}`, ...spanLines(span));
  }
  lines.push('', ...overview(result));
  lines.push('', 'This describes what the model attends to. It does not prove that the model follows it.');
  const { schemaVersion, tool } = result;
  const found = findingsText({ schemaVersion, tool, files: [{ path: title, findings }] });
  return `${found}\n${lines.join('\n')}\n`;
}

function answer(result: AnalysisResult): string {
  const said = headline(result);
  const name = (segment: number | null) =>
    segment === null ? 'the chat template' : segmentNames[result.segments[segment]!.role];
  switch (said.kind) {
    case 'finding': {
      const { span } = said;
      const { rule } = result.findings[said.finding]!;
      const bestHead = span.reading.bestHead.raw;
      return `Of what the last token reads, ${percent(span.reading.share.raw)} comes from ${count(said.tokens, 'token')} of ${name(said.segment)} (${rule}); strongest in layer ${bestHead.layer}, head ${bestHead.head}, with ${percent(bestHead.share.raw)}.`;
    }
    case 'segment':
      return `Of what the last token reads, ${percent(said.share)} comes from ${count(said.tokens, 'token')} of ${name(said.segment)}; most in layer ${said.layer}.`;
    case 'spread':
      return `Of what the last token reads, ${percent(said.sinkShare)} goes to the first token; half of the rest comes from ${count(said.halfFrom, 'token')}.`;
  }
}

function spanLines({ reading, later }: SpanAttention): string[] {
  const { share, place, bestHead } = reading;
  const lines = [
    `  last token    ${percent(share.raw)} (${percent(share.withoutSink)} without the first token)`,
    `  best head     layer ${bestHead.raw.layer}, head ${bestHead.raw.head}: ${percent(bestHead.raw.share.raw)}`,
  ];
  if (place) {
    const { raw, withoutSink } = place;
    lines.push(
      `  same length   ${raw.ratio.toPrecision(2)} x the mean passage, rank ${raw.rank} of ${raw.windows} (${withoutSink.ratio.toPrecision(2)} x, rank ${withoutSink.rank} of ${withoutSink.windows} without the first token)`,
    );
  }
  if (later?.place) {
    const { raw, withoutSink } = later.place;
    lines.push(
      `  later tokens  ${percent(later.share.raw)} on average, rank ${raw.rank} of ${raw.windows} (${percent(later.share.withoutSink)}, rank ${withoutSink.rank} of ${withoutSink.windows} without the first token)`,
    );
  }
  return lines;
}

/** The first analyses in a line each. */
function overview({ attention, model }: AnalysisResult): string[] {
  const { anomalies, sinkPerLayer, boundaries, system } = attention;
  const sink = sinkPerLayer.reduce((sum, share) => sum + share, 0) / Math.max(1, sinkPerLayer.length);
  const rows = (list: typeof anomalies.plain) =>
    `${count(list.length, 'row')} in ${count(new Set(list.map(({ layer }) => layer)).size, 'layer')}`;
  const lines = [
    `First token (sink): receives ${percent(sink)} of the other tokens' attention, mean over ${count(model.layers, 'layer')}.`,
    `Rows with more than ${anomalies.threshold} of a layer's attention (head mean) on one token: ${rows(anomalies.plain)}; first token and self left out: ${rows(anomalies.withoutSinkAndSelf)}.`,
  ];
  if (system) {
    const last = system.perLayer.raw.map((row) => row.at(-1) ?? 0);
    const mean = last.reduce((sum, share) => sum + share, 0) / Math.max(1, last.length);
    lines.push(`System prompt: gets ${percent(mean)} of what the last token reads.`);
  }
  for (const boundary of boundaries.slice(0, MOST_BOUNDARIES)) lines.push(boundaryLine(boundary));
  return lines;
}

function boundaryLine({ boundary, occurrences, perLayer, uniform }: BoundaryAttention): string {
  const mean = perLayer.raw.reduce((sum, share) => sum + share, 0) / Math.max(1, perLayer.raw.length);
  // Most boundaries are made of these two, which may not stand in a terminal line as they are.
  const name = plainText(boundary.replaceAll('<', '‹').replaceAll('>', '›'), LONGEST_NAME);
  return `Boundary ${name} (${count(occurrences.length, 'time')}): each of its tokens gets ${percent(mean)} on average; spread evenly, ${percent(uniform)}.`;
}

function percent(share: number): string {
  return `${Number((share * 100).toPrecision(2))} %`;
}
