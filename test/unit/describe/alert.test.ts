import { expect, it } from 'vitest';
import { alertInWords } from '../../../src/describe/alert';
import { createL10n } from '../../../src/describe/l10n';
import { alertSample } from '../alerts/alertSample';

const { say } = createL10n('en', {});

it('says which statistic made an alert, what was seen and what was expected', () => {
  expect(say(alertInWords(alertSample()))).toBe(
    'In layer 12, head 3, the share of attention on the untrusted text is 41%; normal prompts of this length have 8%, so it is 9.1 standard deviations off.',
  );
  const states = { name: 'states', layer: 17, value: 3.4567, expected: 1, z: -6 } as const;
  expect(say(alertInWords(alertSample({ statistics: [states] })))).toBe(
    'In layer 17, the distance of its mean state is 3.5; normal prompts of this length have 1, so it is 6 standard deviations off.',
  );
  expect(say(alertInWords(alertSample({ statistics: [] })))).toBe(
    'The score 7.3 is above the threshold 5.5.',
  );
});

it('says of an alert about a stream what the inputs together are like', () => {
  const of = (statistic: 'surplus' | 'drift') =>
    say(alertInWords(alertSample({ statistics: [], stream: { statistic, inputs: 20, alarms: 4 } })));
  expect(of('surplus')).toBe(
    'Alarms come more often than was asked for: 4 of the last 20 inputs of the stream raised one.',
  );
  expect(of('drift')).toBe(
    'The last 20 inputs of the stream together are read unlike normal ones: the drift of their states is 7.3, and that of normal inputs stays below 5.5.',
  );
});
