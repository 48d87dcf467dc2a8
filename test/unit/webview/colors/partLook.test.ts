import { expect, test } from 'vitest';
import { partShape } from '../../../../webview/colors/partLook';

test('thirty segments differ in dash or mark', () => {
  const shapes = Array.from({ length: 30 }, (_, index) => partShape({ kind: 'segment', index }));
  expect(new Set(shapes.map((shape) => JSON.stringify(shape))).size).toBe(30);
});
