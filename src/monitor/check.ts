import { SCHEMA_VERSION } from '../protocol/analysis';
import type { Features } from '../protocol/measured/features';
import type { CheckedStatistic, CheckLine } from '../protocol/measured/monitor';
import { answerDivergence } from './answers';
import { refuseOther } from './baseline';
import { distances, type Distances } from './fitted';
import { monitoredValues } from './monitored';
import { scoreOf, standardized, type Monitor } from './monitor';
import { predict } from './numbers/lines';
import { rowOf, statesOf } from './reference';
import { fromScale, toScale } from './scale';

/** Most statistics that are told. */
const TOLD = 5;

/**
 * What a baseline says of one input. The statistics are those farthest from what inputs of its length have; where the
 * states decided, one of them is among these.
 *
 * @throws AttnscopeError `bad-input` for an input of another model, or of other sections
 */
export function checkInput(monitor: Monitor, id: CheckLine['id'], features: Features): CheckLine {
  return checked(monitor, id, features, measuredDistances(monitor, features));
}

/** How far an input is off; a stream needs it beside the line. */
export function measuredDistances(monitor: Monitor, features: Features): Distances {
  refuseOther(monitor.baseline, features);
  const { features: monitored, layers } = monitor.reference;
  const states = statesOf(features.states?.means ?? null, layers.length);
  return distances(
    monitor.fitted,
    rowOf(features.tokens, monitored, monitoredValues(features, monitored), states),
  );
}

export function checked(
  monitor: Monitor,
  id: CheckLine['id'],
  features: Features,
  own: Distances,
): CheckLine {
  const kl = answerDivergence(monitor.answers, features.next);
  const { score, part } = scoreOf(monitor, own.logs);
  const states = stateStatistics(monitor, own);
  const all = byDistance([...headStatistics(monitor, features, own), ...states]);
  const told = all.slice(0, TOLD);
  if (part === 'states' && states.length > 0 && !told.some(({ name }) => name === 'states'))
    told[TOLD - 1] = byDistance(states)[0]!;
  return {
    schemaVersion: SCHEMA_VERSION,
    id,
    anomaly: score > monitor.threshold,
    score,
    threshold: monitor.threshold,
    tokens: features.tokens,
    statistics: told,
    behaviour: kl === null ? null : { tokens: 0, checks: {}, kl, wanted: null },
  };
}

/** The features of heads that are farthest off. */
function headStatistics({ reference, fitted }: Monitor, input: Features, own: Distances): CheckedStatistic[] {
  const z = own.z[0]!;
  const order = [...z.keys()].sort((a, b) => Math.abs(z[b]!) - Math.abs(z[a]!));
  return order.slice(0, TOLD).flatMap((place) => {
    const line = fitted[0]!.lines[place];
    if (!line) return [];
    const { at, name, layer, head, section } = reference.features[place]!;
    const value = input.values[at]!;
    const predicted = predict(line, Math.log(input.tokens), Math.fround(toScale(name, value)));
    const expected = fromScale(name, predicted.expected);
    return [{ name, layer, head, ...(section ? { section } : {}), value, expected, z: predicted.z }];
  });
}

/** Distances of mean states, as root mean squares: about 1 for the inputs that the fit has seen. */
function stateStatistics({ reference, usual }: Monitor, { logs }: Distances): CheckedStatistic[] {
  return reference.layers.map((layer, at) => {
    const own = usual[at + 1]!;
    const log = logs[at + 1]!;
    const [value, expected] = [Math.exp(log / 2), Math.exp(own.mean / 2)];
    return { name: 'states', layer, value, expected, z: standardized(log, own) };
  });
}

function byDistance(statistics: readonly CheckedStatistic[]): CheckedStatistic[] {
  return [...statistics].sort((a, b) => Math.abs(b.z) - Math.abs(a.z));
}
