import type { BaselineEntry, ConfigSuppression } from '../protocol/config';
import type { Suppression } from './suppression';

/** A suppression of the settings, for the files that it names. */
export function fromConfig({ rule, reason, until }: ConfigSuppression): Suppression {
  return {
    by: 'config',
    rules: [rule],
    reason,
    ...(until === undefined ? {} : { until }),
    covers: { kind: 'file' },
  };
}

/** An entry of a baseline, for the files that it names. */
export function fromBaseline({ rule, reason, until, fingerprint, context }: BaselineEntry): Suppression {
  return {
    by: 'baseline',
    rules: [rule],
    reason,
    ...(until === undefined ? {} : { until }),
    covers: { kind: 'finding', fingerprint, context },
  };
}
