import type { Treated } from '../../src/protocol/attention';
import type { PooledBy } from '../../src/attention/pooling';
import type { View } from '../state/state';
import { tokenName } from './names';
import { strings } from './strings';

// What weights went through before they are shown, in words: on the page, in pictures and in files.

/** Of shares of attention: whether the sink is in them; nothing where there is none. */
export function shareTreatment({ l10n, shown }: View, sinkOut: boolean): string {
  const { tokens, attention } = shown.result;
  if (attention.sink === null) return '';
  const token = tokenName(l10n, tokens, attention.sink);
  return l10n.t(sinkOut ? strings.shareSinkOut : strings.shareSinkIn, { token });
}

/** Of what a figure's numbers went through, that which the page does not say of all of them at its top. */
export function ownTreatment(view: View, treatment: string): string {
  const said = [shareTreatment(view, view.store.get().sink === 'hidden'), mapTreatment(view, 1)];
  return said.includes(treatment) ? '' : treatment;
}

/** The same for programs. */
export function treatedAs({ shown }: Pick<View, 'shown'>, sinkOut: boolean): keyof Treated<unknown> {
  return sinkOut && shown.result.attention.sink !== null ? 'withoutSink' : 'raw';
}

/** Of maps in cells of `pool` tokens, where weights are no longer there to be rescaled. */
export function mapTreatment({ l10n, shown, store }: View, pool: number, by: PooledBy = 'largest'): string {
  const { tokens, attention } = shown.result;
  const { sink } = attention;
  const sinkOut = sink !== null && store.get().sink === 'hidden';
  const notes: string[] = [];
  if (sink === null) notes.push(strings.mapNoSink);
  else if (!sinkOut) notes.push(strings.mapSinkIn);
  else if (pool === 1) notes.push(strings.mapSinkOut);
  if (pool > 1) notes.push(by === 'mean' ? strings.mapPooledMean : strings.mapPooled);
  if (pool > 1 && sinkOut) notes.push(strings.mapPooledSink);
  const token = tokenName(l10n, tokens, sink ?? 0);
  return notes.map((note) => l10n.t(note, { n: pool, token })).join(' ');
}
