import { type LexiconTables, slotOf, stepKey } from './lexiconTables';

/** The state that a word leads to from a state that is not the first: by itself, or by what it begins with. */
export function stepFrom(tables: LexiconTables, state: number, word: number): number {
  const { steps, stepsTo, beginnings, goesOn } = tables;
  const bits = goesOn[state]!;
  const slots = steps.length;
  for (let id = word; id > 0; id = beginnings[id]!) {
    if (((bits >>> (id & 31)) & 1) === 0) continue;
    const key = stepKey(state, id);
    for (let slot = slotOf(key, slots); stepsTo[slot] !== 0; slot = (slot + 1) & (slots - 1))
      if (steps[slot] === key) return stepsTo[slot]!;
  }
  return 0;
}
