import { SCHEMA_VERSION } from '../../protocol/analysis';
import type { Alert } from '../../protocol/measured/alert';
import type { CheckLine } from '../../protocol/measured/monitor';

/** What an alert says besides what was found: `input.id`, `tokens` and the figures are those of the check. */
export interface AlertContext {
  id: string;
  time: Date;
  baseline: Alert['baseline'];
  model: Alert['model'];
  input: Omit<Alert['input'], 'id' | 'tokens'>;
  oneIn: number;
  /** The input itself, only where the person asked for it. */
  text?: string;
}

/** The alert of an input that was checked. */
export function alertOf(
  check: CheckLine,
  { id, time, baseline, model, input, oneIn, text }: AlertContext,
): Alert {
  return {
    schemaVersion: SCHEMA_VERSION,
    id,
    time: time.toISOString(),
    baseline,
    model: { name: model.name, sha256: model.sha256 },
    input: { id: check.id, ...input, tokens: check.tokens },
    score: check.score,
    threshold: check.threshold,
    oneIn,
    statistics: check.statistics,
    behaviour: check.behaviour,
    ...(text === undefined ? {} : { text }),
  };
}
