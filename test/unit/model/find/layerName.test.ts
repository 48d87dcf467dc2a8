import { expect, it } from 'vitest';
import { layerName } from '../../../../src/model/find/layerName';

it('names the stack where there are several', () => {
  expect(layerName('attention', { stack: 'self', index: 3 })).toBe('attention.3');
  expect(layerName('attention', { stack: 'cross', index: 0 })).toBe('attention.cross.0');
});
