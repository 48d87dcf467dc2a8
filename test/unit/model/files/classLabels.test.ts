import { expect, it } from 'vitest';
import { classLabels } from '../../../../src/model/files/classLabels';

it('labels are named by the numbers of outputs, and may stand for themselves', () => {
  expect(classLabels({ id2label: { '1': 'INJECTION', '0': 'SAFE' } })).toEqual({
    names: ['SAFE', 'INJECTION'],
    independent: false,
  });
  const several = { id2label: { 0: 'a' }, problem_type: 'multi_label_classification' };
  expect(classLabels(several)).toEqual({ names: ['a'], independent: true });
});

it.each([undefined, {}, { id2label: {} }, { id2label: { 1: 'a' } }, { id2label: { 0: 7 } }])(
  'a configuration that does not name all outputs (%j) makes no classifier',
  (config) => expect(classLabels(config)).toBeUndefined(),
);
