import type { Alert } from '../../protocol/measured/alert';

/**
 * The event and its attributes as the semantic conventions for generative AI name them (status: development):
 * github.com/open-telemetry/semantic-conventions-genai, model/gen-ai/events.yaml and registry.yaml.
 */
const EVENT = 'gen_ai.evaluation.result';

/** `SEVERITY_NUMBER_WARN` of the logs data model. */
const WARN = 13;

type AnyValue = { stringValue: string } | { doubleValue: number } | { intValue: string };

/**
 * An alert as the OpenTelemetry event `gen_ai.evaluation.result`: a request of OTLP/JSON with one log record, which
 * stands on one line in a file for a collector (receiver `otlpjsonfile`). Holds no word of the input.
 *
 * @param explanation why, in a sentence
 */
export function evaluationResult(alert: Alert, explanation: string, version: string): object {
  const { id, time, baseline, model, input, score, threshold, oneIn, stream } = alert;
  const attributes: Record<string, AnyValue | undefined> = {
    'gen_ai.evaluation.name': text(stream ? `attnscope.stream.${stream.statistic}` : 'attnscope.anomaly'),
    'gen_ai.evaluation.score.value': { doubleValue: score },
    'gen_ai.evaluation.score.label': text('anomaly'),
    'gen_ai.evaluation.explanation': text(explanation),
    // A line of a stream is named by who wrote it: by the response's id, where events are to be joined.
    'gen_ai.response.id': input.line === undefined ? undefined : text(String(input.id)),
    'attnscope.alert.id': text(id),
    'attnscope.threshold': { doubleValue: threshold },
    'attnscope.one_in': { doubleValue: oneIn },
    'attnscope.baseline.name': text(baseline.name),
    'attnscope.baseline.sha256': text(baseline.sha256),
    'attnscope.model.name': text(model.name),
    'attnscope.model.sha256': text(model.sha256),
    'attnscope.input.id': text(String(input.id)),
    'attnscope.input.sha256': text(input.sha256),
    'attnscope.input.tokens': { intValue: String(input.tokens) },
    'attnscope.input.uri': input.uri === undefined ? undefined : text(input.uri),
  };
  const record = {
    timeUnixNano: `${Date.parse(time)}000000`,
    observedTimeUnixNano: `${Date.parse(time)}000000`,
    severityNumber: WARN,
    severityText: 'WARN',
    eventName: EVENT,
    attributes: keyValues(attributes),
  };
  const resource = { attributes: keyValues({ 'service.name': text('attnscope') }) };
  const scope = { name: 'attnscope', version };
  return { resourceLogs: [{ resource, scopeLogs: [{ scope, logRecords: [record] }] }] };
}

const text = (stringValue: string): AnyValue => ({ stringValue });

function keyValues(attributes: Record<string, AnyValue | undefined>): { key: string; value: AnyValue }[] {
  return Object.entries(attributes).flatMap(([key, value]) => (value ? [{ key, value }] : []));
}
