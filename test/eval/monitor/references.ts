import { mean } from '../../../src/statistics/moments';
import { randomFrom, shuffled } from '../../../src/statistics/random';
import type { Measured } from './collect';
import { monitors } from './monitors';

const ONE_IN = 100;
const SEED = 5;

/** What is to be expected of references of 100: the mean over random choices of them, and the least and most. */
export function printReferences(
  all: readonly { name: string; inputs: readonly Measured[] }[],
  draws: number,
): void {
  console.log(`\nOver ${draws} random references of ${ONE_IN} for each template, mean (least to most):\n`);
  console.log('| template | monitor | alarms on normal inputs | recall on poisoned inputs |');
  console.log('| --- | --- | --- | --- |');
  for (const { name, inputs } of all) {
    const random = randomFrom(SEED);
    const normal = inputs.filter(({ set }) => set !== 'poisoned');
    const poisoned = inputs.filter(({ set }) => set === 'poisoned');
    const rates = new Map<string, { alarms: number[]; recall: number[] }>();
    for (let draw = 0; draw < draws; draw++) {
      const mixed = shuffled(random, normal);
      for (const { name: monitor, threshold, score } of monitors(mixed.slice(0, ONE_IN), ONE_IN)) {
        const share = (of: readonly Measured[]) =>
          of.filter((input) => score(input) > threshold).length / of.length;
        const own = rates.get(monitor) ?? { alarms: [], recall: [] };
        rates.set(monitor, own);
        own.alarms.push(share(mixed.slice(ONE_IN)));
        own.recall.push(share(poisoned));
      }
    }
    for (const [monitor, { alarms, recall }] of rates)
      console.log(`| ${name} | ${monitor} | ${spread(alarms)} | ${spread(recall)} |`);
  }
}

function spread(shares: readonly number[]): string {
  const percent = (share: number) => (100 * share).toFixed(1);
  return `${percent(mean(shares))} % (${percent(Math.min(...shares))} to ${percent(Math.max(...shares))})`;
}
