import { expect, it } from 'vitest';
import { warned } from '../../findIn';

it('takes "Yes or No" for a choice, not for a forced answer', () => {
  expect(warned("Your answer must start with 'Yes' or 'No'.")).toEqual([]);
});
