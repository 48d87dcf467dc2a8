import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alertOf } from '../../../../src/monitor/alerts/alertOf';
import { parseAlert } from '../../../../src/monitor/alerts/parseAlert';
import type { CheckLine } from '../../../../src/protocol/measured/monitor';
import { safeJson } from '../../../../src/report/safeJson';

const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const statistic = fc.record(
  {
    name: fc.constantFrom('share' as const, 'entropy' as const, 'states' as const),
    layer: fc.nat(80),
    head: fc.nat(80),
    section: fc.constantFrom('system' as const, 'untrusted' as const, 'sink' as const),
    ...{ value: number, expected: number, z: number },
  },
  { requiredKeys: ['name', 'value', 'expected', 'z'] },
);
const check: fc.Arbitrary<CheckLine> = fc.record({
  schemaVersion: fc.constant(1 as const),
  id: fc.oneof(fc.string({ unit: 'binary' }), fc.integer()),
  anomaly: fc.constant(true),
  ...{ score: number, threshold: number },
  tokens: fc.integer({ min: 1, max: 9000 }),
  statistics: fc.array(statistic, { maxLength: 5 }),
  behaviour: fc.constant(null),
});
const context = {
  id: 'a1',
  time: new Date('2026-11-29T03:44:34.123Z'),
  baseline: { sha256: 'b', name: 'normal.json' },
  model: { name: 'tiny', sha256: 'm' },
  input: { sha256: 'c' },
  oneIn: 100,
};

it('an alert is one line of a log, and is read back as it was, whatever its input is called', () => {
  fc.assert(
    fc.property(check, fc.string({ unit: 'binary' }), (line, text) => {
      const alert = alertOf(line, { ...context, text });
      const written = safeJson(alert);
      expect(written).not.toMatch(/[\n\r\u2028\u2029]/u);
      // Numbers as JSON has them: there is no negative zero.
      const expected = JSON.parse(JSON.stringify(alert)) as unknown;
      expect(parseAlert(written)).toEqual({ alert: expected });
    }),
  );
});

it('it holds the text only where that is given', () => {
  fc.assert(
    fc.property(check, (line) => {
      expect(alertOf(line, context)).not.toHaveProperty('text');
    }),
  );
});

it('any part of its line is no alert', () => {
  fc.assert(
    fc.property(check, fc.double({ min: 0, max: 0.999, noNaN: true }), (line, share) => {
      const written = safeJson(alertOf(line, context));
      expect(parseAlert(written.slice(0, Math.floor(written.length * share)))).toEqual({ fault: 'json' });
    }),
  );
});
