import { expect, it } from 'vitest';
import { endIds } from '../../../../src/model/files/endIds';

it('tokens that end an answer are those that either file names, one or several', () => {
  expect(endIds({ eos_token_id: [5, 7] }, { eos_token_id: 7 })).toEqual([5, 7]);
  expect(endIds(undefined, { eos_token_id: 2 })).toEqual([2]);
  expect(endIds({ eos_token_id: null }, {})).toEqual([]);
});
