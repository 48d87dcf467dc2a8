import { expect, it } from 'vitest';
import { injectionLabel, refuseLabels } from '../../../src/analysis/injectionLabel';

it.each([
  [['SAFE', 'INJECTION'], 1],
  [['jailbreak', 'benign'], 0],
  [['SAFE', 'UNSAFE'], 1],
  [['NO_INJECTION', 'INJECTION'], 1],
  [['non-malicious', 'malicious'], 1],
  [['LABEL_0', 'LABEL_1'], null],
  [['INJECTION', 'JAILBREAK', 'BENIGN'], null],
  [['LABEL_0'], null],
])('of %j, %j means injection', (labels, index) => {
  expect(injectionLabel(labels)).toBe(index);
});

it('a label that is named is meant, whatever its case', () => {
  expect(injectionLabel(['LABEL_0', 'LABEL_1'], 'label_1')).toBe(1);
  expect(injectionLabel(['SAFE', 'INJECTION'], 'SAFE')).toBe(0);
  expect(injectionLabel(['SAFE', 'INJECTION'], 'other')).toBeNull();
});

it('where it is not clear the labels are listed, with what to do', () => {
  expect(refuseLabels(['LABEL_0', 'LABEL_1']).message).toMatch(/"LABEL_0", "LABEL_1".*--classifier-label/);
  expect(refuseLabels(['A'], 'b').message).toMatch(/no label "b".*"A"/);
});
