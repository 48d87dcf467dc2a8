import { describe, expect, it } from 'vitest';
import { changePrompt } from '../../../../../../src/inference/worker/requests/counterfactual/changePrompt';

const ids = [10, 11, 12, 13, 14];

describe('a passage of a prompt', () => {
  it('is taken out, and what follows moves up', () => {
    expect(changePrompt(ids, { first: 1, end: 3 }, 'remove', [7])).toEqual({
      ...{ tokenIds: [10, 13, 14], shared: 1 },
    });
  });

  it('is hidden from what follows, in its place', () => {
    const span = { first: 1, end: 3 };
    expect(changePrompt(ids, span, 'mask', [7])).toEqual({ tokenIds: ids, shared: 3, hidden: span });
  });

  it('is replaced by neutral tokens, of which there are as many', () => {
    expect(changePrompt(ids, { first: 1, end: 4 }, 'replace', [7, 8])).toEqual({
      ...{ tokenIds: [10, 7, 8, 7, 14], shared: 1 },
    });
  });

  it('is not changed where no prompt would be left, or nothing could miss it', () => {
    expect(changePrompt(ids, { first: 0, end: 5 }, 'remove', [7])).toBe('nothing-left');
    expect(changePrompt(ids, { first: 3, end: 5 }, 'mask', [7])).toBe('nothing-after');
  });
});
