import { expect, it } from 'vitest';
import { cacheTails } from '../../../../src/model/tap/cacheTails';

const pair = (name: string, tokens?: string) => ({
  ...{ input: `past_${name}`, output: `present_${name}`, axis: 2, dtype: 1 },
  ...(tokens === undefined ? {} : { tokens }),
});
/** By tail, the input whose size is where it begins. */
const measured = (cache: ReturnType<typeof pair>[]) => {
  const { added, tails } = cacheTails(cache, '');
  const maker = new Map(added.nodes.map((node) => [node.outputs[0]!, node]));
  return tails.map(
    ({ added: tail }) => maker.get(maker.get(maker.get(tail)!.inputs[1]!)!.inputs[0]!)!.inputs[0],
  );
};

it('tensors whose tokens the graph gives one name are measured once', () => {
  const cache = [pair('0', 'past'), pair('1', 'past'), pair('2', 'window'), pair('3', 'past')];
  expect(measured(cache)).toEqual(['past_0', 'past_0', 'past_2', 'past_0']);
});

it('each is measured by itself where the graph gives no name', () => {
  expect(measured([pair('0'), pair('1')])).toEqual(['past_0', 'past_1']);
});
