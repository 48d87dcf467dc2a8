import { type L10n } from './l10n';
import { strings } from './strings';

// What weights went through before they are shown, in words: on the page, in pictures and in files.

/** Of shares of attention: whether the first token is in them. */
export function shareTreatment(l10n: L10n, sinkOut: boolean): string {
  return l10n.t(sinkOut ? strings.shareSinkOut : strings.shareSinkIn);
}

/** Of maps in cells of `pool` tokens, where weights are no longer there to be rescaled. */
export function mapTreatment(l10n: L10n, pool: number, sinkOut: boolean): string {
  const notes: string[] = [];
  if (!sinkOut) notes.push(strings.mapSinkIn);
  else if (pool === 1) notes.push(strings.mapSinkOut);
  if (pool > 1) notes.push(strings.mapPooled);
  if (pool > 1 && sinkOut) notes.push(strings.mapPooledSink);
  return notes.map((note) => l10n.t(note, { n: pool })).join(' ');
}
