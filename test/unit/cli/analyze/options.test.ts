import { Command } from 'commander';
import { expect, it } from 'vitest';
import {
  counterfactualOption,
  generateOption,
  lensOption,
  scoresOption,
} from '../../../../src/cli/analyze/options';

const parse = (...args: string[]) =>
  new Command()
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .addOption(scoresOption())
    .addOption(generateOption())
    .addOption(counterfactualOption())
    .addOption(lensOption())
    .parse(args, { from: 'user' })
    .opts();

it('both probes score where nothing else is said', () => {
  expect(parse()).toEqual({ scores: ['instruction', 'data', 'classifier'] });
  expect(parse('--scores', 'data, ablation').scores).toEqual(['data', 'ablation']);
});

it('a range counts lines and columns from 1', () => {
  const { counterfactual } = parse('--counterfactual', '3:1-4:20');
  expect(counterfactual).toEqual({ from: { line: 3, column: 1 }, to: { line: 4, column: 20 } });
});

it.each([
  [['--scores', 'attention'], /instruction, data/],
  [['--generate', '0'], /from 1 on/],
  [['--lens', 'first'], /LINE:COL/],
  [['--counterfactual', '3-4'], /LINE:COL-LINE:COL/],
  [['--counterfactual', '0:1-2:3'], /both from 1/],
])('%j is refused with what to write', (args, says) => {
  expect(() => parse(...args)).toThrow(says);
});
