import type { AskedHeads, HeadsRead } from '../../protocol/requests/heads';
import { between } from './between';
import { eachRow, type HeadBlock, headMetrics, type HeadSetup } from './headMetrics';
import { tokensRead } from './tokensRead';

/** Takes the maps of all heads as they leave the model, and says at the end what each head did. */
export function headsRead(
  setup: HeadSetup,
  { sets, groupOf }: Pick<AskedHeads, 'sets' | 'groupOf'>,
): { addMaps(block: HeadBlock): void; finish(): Omit<HeadsRead, 'profile'> } {
  const metrics = headMetrics(setup);
  const read = sets.map((runs) => tokensRead(setup, runs));
  const groups = between(setup, groupOf);
  const reducers = [metrics, groups, ...read];
  return {
    addMaps: (block) =>
      eachRow(setup, block, (row) => {
        for (const reducer of reducers) reducer.addRow(row);
      }),
    finish: () => ({
      metrics: metrics.finish(),
      sets: read.map((one) => one.finish()),
      between: groups.finish(),
    }),
  };
}
