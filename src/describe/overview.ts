import { meanOfLayers, partsOf, sharesPerLayer } from '../attention/parts';
import type { AnalysisResult } from '../protocol/analysis';
import type { Anomaly, BoundaryAttention } from '../protocol/attention';
import { sentence } from '../protocol/sentence';
import { layerCount, readerName } from './names';
import type { Counted, Phrase } from './phrase';

/** Boundaries that get a line of their own. */
const MOST_BOUNDARIES = 5;

/** The first analyses in a sentence each. */
export function overviewOf(result: AnalysisResult): Phrase[] {
  const { anomalies, boundaries } = result.attention;
  return [
    sinkPhrase(result),
    ...comparedPhrase(result),
    sentence(
      'Rows with more than {threshold} of a layer’s attention (mean of heads) on one token: {plain}; sink and self left out: {filtered}.',
      {
        threshold: { share: anomalies.threshold },
        plain: rowsPhrase(anomalies.plain),
        filtered: rowsPhrase(anomalies.withoutSinkAndSelf),
      },
    ),
    ...systemPhrase(result),
    ...boundaries.slice(0, MOST_BOUNDARIES).map((boundary) =>
      sentence('Boundary {boundary}.', {
        boundary: describeBoundary(boundary, meanOfLayers(boundary.perLayer.raw), boundary.uniform),
      }),
    ),
  ];
}

/** A boundary by its name, with the share that each of its tokens gets, and the one that it would if all got the same. */
export function describeBoundary(
  { boundary, occurrences }: Pick<BoundaryAttention, 'boundary' | 'occurrences'>,
  share: number,
  uniform: number,
): Phrase {
  return sentence(
    '{boundary} ({times}): each of its tokens gets {share} on average; spread evenly, it would be {uniform}',
    {
      boundary,
      times: { n: occurrences.length, one: sentence('{n} time'), other: sentence('{n} times') },
      share: { share },
      uniform: { share: uniform },
    },
  );
}

function sinkPhrase({ attention, model }: AnalysisResult): Phrase {
  const { sink, sinkPerLayer } = attention;
  return sink === null
    ? sentence('No token is a sink: none draws outstanding attention.')
    : sentence('Sink: token {token} gets {share} of the other tokens’ attention, mean over {layers}.', {
        token: String(sink),
        share: { share: meanOfLayers(sinkPerLayer) },
        layers: layerCount(model.layers),
      });
}

/** What is read of the system prompt, as the page's chart tells it. */
function systemPhrase(result: AnalysisResult): Phrase[] {
  const { segments, attention } = result;
  const own = partsOf(result).filter(
    ({ kind, index }) => kind === 'segment' && segments[index]?.role === 'system',
  );
  if (own.length === 0) return [];
  const tokens = own.flatMap((part) => part.tokens);
  return [
    sentence('System prompt: {share} of what {reader} reads.', {
      share: { share: meanOfLayers(sharesPerLayer(attention, tokens).raw) },
      reader: readerName(attention.reading.kind),
    }),
  ];
}

/** The honest rule, where it was asked for. */
function comparedPhrase({ attention: { anomalies } }: AnalysisResult): Phrase[] {
  const { rule, compared } = anomalies;
  if (rule === 'reference') return [];
  if (!compared) {
    return [
      sentence(
        'What clean texts are like in this model is not known, so concentrated attention is told by the published rule alone.',
      ),
    ];
  }
  const { items, unusual, tests, rate } = compared;
  const counted = sentence(
    'Rows that rest on one token more than clean texts do at that place, sink and self left out: {unusual} of {tests}, at a false discovery rate of {rate}.',
    { unusual: String(unusual), tests: String(tests), rate: { share: rate } },
  );
  const [most] = items;
  if (!most) return [counted];
  const { layer, output, focus, expected, concentration } = most;
  return [
    counted,
    sentence(
      'The most unusual of them: layer {layer}, token {output} on token {focus}: expected {expected}, seen {seen}.',
      {
        layer: String(layer),
        output: String(output),
        focus: String(focus),
        expected: { share: expected },
        seen: { share: concentration },
      },
    ),
  ];
}

function rowsPhrase(rows: readonly Anomaly[]): Phrase {
  const count: Counted = { n: rows.length, one: sentence('{n} row'), other: sentence('{n} rows') };
  const layers = new Set(rows.map(({ layer }) => layer)).size;
  return sentence('{rows} in {layers}', { rows: count, layers: layerCount(layers) });
}
