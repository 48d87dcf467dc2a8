import { mean } from '../../../src/statistics/moments';
import { randomFrom, shuffled } from '../../../src/statistics/random';
import type { Measured } from './collect';
import { monitors } from './monitors';

const ONE_IN = 100;
const SEED = 5;

/** What is to be expected of references of 100: the mean over random choices of them in each template, and the spread. */
export function printReferences(
  all: readonly { name: string; inputs: readonly Measured[] }[],
  draws: number,
): void {
  if (draws === 0) return;
  const random = randomFrom(SEED);
  /** By monitor, then template; `all` is the mean over templates. Shares of each draw. */
  const told = new Map<string, Map<string, Shares[]>>();
  for (let draw = 0; draw < draws; draw++) {
    for (const { name, inputs } of all) {
      const mixed = shuffled(
        random,
        inputs.filter(({ set }) => set !== 'poisoned'),
      );
      const poisoned = inputs.filter(({ set }) => set === 'poisoned');
      for (const { name: monitor, threshold, score } of monitors(mixed.slice(0, ONE_IN), ONE_IN)) {
        const share = (of: readonly Measured[]) =>
          of.filter((input) => score(input) > threshold).length / of.length;
        const templates = told.get(monitor) ?? new Map<string, Shares[]>();
        told.set(monitor, templates);
        const own = { alarms: share(mixed.slice(ONE_IN)), recall: share(poisoned) };
        templates.set(name, [...(templates.get(name) ?? []), own]);
      }
    }
  }
  console.log(`\nOver ${draws} random references of ${ONE_IN} for each template, mean (least to most):\n`);
  console.log(
    '| template | monitor | alarms on normal inputs | within a factor of 2 | recall on poisoned inputs |',
  );
  console.log('| --- | --- | --- | --- | --- |');
  for (const [monitor, templates] of told) {
    const each = [...templates.values()];
    const pooled = Array.from({ length: draws }, (_, draw) => ({
      alarms: mean(each.map((shares) => shares[draw]!.alarms)),
      recall: mean(each.map((shares) => shares[draw]!.recall)),
    }));
    for (const [name, shares] of [...templates, ['all', pooled] as const])
      console.log(`| ${name} | ${monitor} | ${spreadOf(shares)} |`);
  }
}

interface Shares {
  alarms: number;
  recall: number;
}

function spreadOf(shares: readonly Shares[]): string {
  const alarms = shares.map((one) => one.alarms);
  const close = alarms.filter((share) => share >= 0.5 / ONE_IN && share <= 2 / ONE_IN).length;
  return [spread(alarms), `${close} of ${alarms.length}`, spread(shares.map((one) => one.recall))].join(
    ' | ',
  );
}

function spread(shares: readonly number[]): string {
  const percent = (share: number) => (100 * share).toFixed(1);
  return `${percent(mean(shares))} % (${percent(Math.min(...shares))} to ${percent(Math.max(...shares))})`;
}
