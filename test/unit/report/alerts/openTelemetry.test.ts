import { expect, it } from 'vitest';
import { evaluationResult } from '../../../../src/report/alerts/openTelemetry';
import { alertSample } from '../../alerts/alertSample';

/**
 * The attributes of `gen_ai.evaluation.result` with their types, copied by hand from model/gen-ai/events.yaml and
 * registry.yaml of github.com/open-telemetry/semantic-conventions-genai (status: development, read in November 2026); the same names and the
 * event's are constants of @opentelemetry/semantic-conventions 1.39 (`EVENT_GEN_AI_EVALUATION_RESULT`, `ATTR_GEN_AI_…`).
 */
const CONVENTION: Record<string, 'stringValue' | 'doubleValue'> = {
  'gen_ai.evaluation.name': 'stringValue',
  'gen_ai.evaluation.score.value': 'doubleValue',
  'gen_ai.evaluation.score.label': 'stringValue',
  'gen_ai.evaluation.explanation': 'stringValue',
  'gen_ai.response.id': 'stringValue',
};
const REQUIRED = 'gen_ai.evaluation.name';

interface Event {
  resourceLogs: {
    scopeLogs: {
      logRecords: {
        eventName: string;
        timeUnixNano: string;
        attributes: { key: string; value: Record<string, unknown> }[];
      }[];
    }[];
  }[];
}

const recordOf = (event: object) => (event as Event).resourceLogs[0]!.scopeLogs[0]!.logRecords[0]!;

it('names the event and its attributes as the convention does, with its types', () => {
  const record = recordOf(evaluationResult(alertSample(), 'Because.', '1.2.3'));
  expect(record.eventName).toBe('gen_ai.evaluation.result');
  expect(record.timeUnixNano).toBe('1795923874123000000');
  const conventional = record.attributes.filter(({ key }) => key.startsWith('gen_ai.'));
  expect(conventional.map(({ key }) => key)).toContain(REQUIRED);
  expect(Object.fromEntries(conventional.map(({ key, value }) => [key, Object.keys(value)[0]]))).toEqual(
    CONVENTION,
  );
  // What the convention does not know stands under a name of our own.
  expect(record.attributes.every(({ key }) => /^(gen_ai|attnscope)\./.test(key))).toBe(true);
});

it('has no response where the input is a file, and never its text', () => {
  const input = { ...alertSample().input, line: undefined, uri: 'file:///mail.txt' };
  const event = evaluationResult(alertSample({ input, text: 'the payload' }), 'Because.', '1.2.3');
  expect(recordOf(event).attributes.map(({ key }) => key)).not.toContain('gen_ai.response.id');
  expect(JSON.stringify(event)).not.toContain('the payload');
});
