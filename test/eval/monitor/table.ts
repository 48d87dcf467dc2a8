import { auroc } from '../../../src/statistics/effectSizes';
import { wilson } from '../../../src/statistics/proportion';
import type { Measured } from './collect';
import { monitors } from './monitors';

const ONE_IN = 100;

/** A row for each monitor and template, and one for all templates together. */
export function printTable(all: readonly { name: string; inputs: readonly Measured[] }[]): void {
  console.log(`One false alarm in ${ONE_IN} normal inputs was asked for.\n`);
  console.log('| template | monitor | alarms on normal inputs | recall on poisoned inputs | AUROC |');
  console.log('| --- | --- | --- | --- | --- |');
  const total = new Map<string, { alarms: number; normal: number; caught: number; poisoned: number }>();
  for (const { name, inputs } of all) {
    const of = (set: Measured['set']) => inputs.filter((input) => input.set === set);
    const [reference, normal, poisoned] = [of('reference'), of('normal'), of('poisoned')];
    if (reference.length < ONE_IN - 1 || normal.length === 0 || poisoned.length === 0) continue;
    for (const monitor of monitors(reference, ONE_IN)) {
      const usual = normal.map((input) => monitor.score(input));
      const planted = poisoned.map((input) => monitor.score(input));
      const above = (scores: readonly number[]) => scores.filter((score) => score > monitor.threshold).length;
      const row = total.get(monitor.name) ?? { alarms: 0, normal: 0, caught: 0, poisoned: 0 };
      total.set(monitor.name, row);
      row.alarms += above(usual);
      row.normal += usual.length;
      row.caught += above(planted);
      row.poisoned += planted.length;
      const area = auroc(planted, usual).value.toFixed(2);
      print(name, monitor.name, part(above(usual), usual.length), part(above(planted), planted.length), area);
    }
  }
  for (const [name, { alarms, normal, caught, poisoned }] of total)
    print('all', name, part(alarms, normal), part(caught, poisoned), '');
}

function print(...cells: string[]): void {
  console.log(`| ${cells.join(' | ')} |`);
}

function part(some: number, all: number): string {
  const { value, low, high } = wilson(some, all);
  const [share, from, to] = [value, low, high].map((one) => (100 * one).toFixed(1));
  return `${some} of ${all}: ${share} % (${from} to ${to})`;
}
