import type { CheckedStatistic } from '../../../src/protocol/measured/monitor';
import type { RootCause } from '../../../src/protocol/measured/rootCause';
import { placeOfStatistic } from '../../numbers/alertPlace';
import type { View } from '../../state/state';

/** Goes to the map that a statistic is of, at the row that reads; the tokens that it is about are marked. */
export function openStatistic(
  { store, shown, openMap }: Pick<View, 'store' | 'openMap'> & { shown: Pick<View['shown'], 'result'> },
  cause: RootCause,
  statistic: CheckedStatistic,
): void {
  const place = placeOfStatistic(shown.result, cause, statistic);
  if (!place) return;
  const { tokens, ...map } = place;
  store.set({ highlighted: tokens && { ...tokens, isNew: false } });
  openMap(map);
}
