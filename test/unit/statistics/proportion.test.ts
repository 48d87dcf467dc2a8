import { it } from 'vitest';
import { wilson } from '../../../src/statistics/proportion';
import { expectClose, oracle } from './oracle';

it.each(oracle.wilson)(
  'the interval of a share is that of statsmodels (%d of %d)',
  (shown, of, low, high) => {
    const interval = wilson(shown!, of!);
    expectClose([interval.low, interval.high], [low!, high!]);
  },
);
