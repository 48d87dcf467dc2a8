import { expect, it } from 'vitest';
import { warned } from '../../findIn';

it('takes "Yes or No" for a choice, not for a forced answer', () => {
  expect(warned("Your answer must start with 'Yes' or 'No'.")).toEqual([]);
});

it('knows the dictated word from others that hold it, in Chinese', () => {
  expect(warned('请以专业、友好的态度与用户互动。')).toEqual([]);
  expect(warned('请以“好的”开头回答。')).toContain('forcing/opening');
});
