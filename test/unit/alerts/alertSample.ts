import type { Alert } from '../../../src/protocol/measured/alert';

/** An alert like those of the monitor, with other values where they are given. */
export const alertSample = (other: Partial<Alert> = {}): Alert => ({
  schemaVersion: 1,
  id: 'f2a1',
  time: '2026-11-29T03:44:34.123Z',
  baseline: { sha256: 'b'.repeat(64), name: 'mails.baseline.json' },
  model: { name: 'tiny', sha256: 'a'.repeat(64) },
  input: { id: 'mail-17', sha256: 'c'.repeat(64), line: 17, tokens: 212 },
  score: 7.25,
  threshold: 5.5,
  oneIn: 100,
  statistics: [
    { name: 'share', layer: 12, head: 3, section: 'untrusted', value: 0.41, expected: 0.08, z: 9.1 },
  ],
  behaviour: null,
  ...other,
});
