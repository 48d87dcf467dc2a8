import type { Features } from '../protocol/measured/features';
import type { CheckLine, StreamStatistic, StreamWindow } from '../protocol/measured/monitor';
import { checked, measuredDistances } from './check';
import { DRIFT_WINDOW, driftLimit, driftOf, joined } from './drift';
import type { Monitor } from './monitor';

/** A rise of the share of alarms by this factor is what the stream is watched for. */
const RISE = 5;
/** A window statistic raises one false alarm in so many times the inputs that the single one does. */
const RARER = 10;

/** What is known of a stream so far; of a fixed size however long it is. */
export interface StreamState {
  surplus: number;
  /** `[inputs]` of the last ones, at most a window: whether each was an alarm. */
  recent: readonly boolean[];
  /** Inputs since the last full window, and the sum of their states' z. */
  inputs: number;
  sum: Float64Array | null;
  /** Of the last full window. */
  drift: number | null;
}

export const START: StreamState = { surplus: 0, recent: [], inputs: 0, sum: null, drift: null };

/**
 * Checks the next input of a stream, and says what the stream is like with it:
 * - `surplus`: Page's cumulative sum for a share of alarms that rose from 1/N to 5/N. Its limit ln(10 N) lets at least
 *   10 N normal inputs pass on average before it is reached (Lorden 1971).
 * - `drift`: of each 20 inputs in turn, see `driftLimits`. Its limit is passed by one window in 10 N / 20.
 */
export function checkNext(
  monitor: Monitor,
  before: StreamState,
  id: CheckLine['id'],
  features: Features,
): { line: CheckLine; after: StreamState } {
  const own = measuredDistances(monitor, features);
  const line = checked(monitor, id, features, own);
  const after = next(monitor, before, line.anomaly, own.z.slice(1));
  return { line: { ...line, window: windowOf(monitor, after) }, after };
}

function next(
  { oneIn, drift }: Monitor,
  before: StreamState,
  anomaly: boolean,
  z: readonly Float64Array[],
): StreamState {
  const [usual, raised] = [1 / oneIn, Math.min(0.5, RISE / oneIn)];
  const step = Math.log(anomaly ? raised / usual : (1 - raised) / (1 - usual));
  const state = {
    // It stays at its limit, so that it comes down when the alarms end.
    surplus: Math.min(limitOf(oneIn), Math.max(0, before.surplus + step)),
    recent: [...before.recent, anomaly].slice(-DRIFT_WINDOW),
  };
  if (!drift) return { ...before, ...state };
  const own = joined(z);
  const sum = before.sum ? own.map((value, at) => value + before.sum![at]!) : own;
  const inputs = before.inputs + 1;
  return inputs < drift.inputs
    ? { ...state, inputs, sum, drift: before.drift }
    : { ...state, inputs: 0, sum: null, drift: driftOf(sum, inputs) };
}

/** The statistics of a window that are past their limits. */
export function alarmsOf({ surplus, surplusLimit, drift, driftLimit }: StreamWindow): StreamStatistic[] {
  const isDrift = drift !== null && driftLimit !== null && drift > driftLimit;
  return [...(surplus >= surplusLimit ? ['surplus' as const] : []), ...(isDrift ? ['drift' as const] : [])];
}

function windowOf({ oneIn, drift }: Monitor, state: StreamState): StreamWindow {
  const surplusLimit = limitOf(oneIn);
  const limit = drift ? driftLimit(drift, Math.max(2, (RARER * oneIn) / drift.inputs)) : null;
  const window = {
    inputs: state.recent.length,
    alarms: state.recent.filter(Boolean).length,
    surplus: state.surplus,
    surplusLimit,
    drift: state.drift,
    driftLimit: limit,
    alarm: false,
  };
  return { ...window, alarm: alarmsOf(window).length > 0 };
}

function limitOf(oneIn: number): number {
  return Math.log(RARER * oneIn);
}
