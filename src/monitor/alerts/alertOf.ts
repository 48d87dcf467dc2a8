import { SCHEMA_VERSION } from '../../protocol/analysis';
import type { Alert } from '../../protocol/measured/alert';
import type { CheckLine, StreamStatistic } from '../../protocol/measured/monitor';

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
export function alertOf(check: CheckLine, context: AlertContext): Alert {
  const { score, threshold, statistics, behaviour } = check;
  return { ...common(check, context), score, threshold, statistics, behaviour };
}

/** The alert of a stream, of which the input is the last one so far. */
export function streamAlertOf(check: CheckLine, statistic: StreamStatistic, context: AlertContext): Alert {
  const { inputs, alarms, ...window } = check.window!;
  return {
    ...common(check, context),
    score: window[statistic]!,
    threshold: window[`${statistic}Limit`]!,
    stream: { statistic, inputs, alarms },
    ...{ statistics: [], behaviour: null },
  };
}

function common(
  check: CheckLine,
  { id, time, baseline, model, input, oneIn, text }: AlertContext,
): Pick<Alert, 'schemaVersion' | 'id' | 'time' | 'baseline' | 'model' | 'input' | 'oneIn' | 'text'> {
  return {
    schemaVersion: SCHEMA_VERSION,
    id,
    time: time.toISOString(),
    baseline,
    model: { name: model.name, sha256: model.sha256 },
    input: { id: check.id, ...input, tokens: check.tokens },
    oneIn,
    ...(text === undefined ? {} : { text }),
  };
}
