import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MapWindow, pan, reveal, wholeWindow, zoomAt } from '../../../../webview/numbers/mapWindow';

const size = fc.integer({ min: 5, max: 4000 });

test('zooming keeps the point under the pointer where it is', () => {
  const next = zoomAt(wholeWindow(100, 100), 2, { row: 25, column: 75 }, 100, 100)!;
  expect(next).toEqual({ firstRow: 12.5, endRow: 62.5, firstColumn: 37.5, endColumn: 87.5 });
  expect((25 - next.firstRow) / 50).toBe(0.25);
});

test('zooming all the way out shows everything', () => {
  const close = zoomAt(wholeWindow(100, 50), 4, { row: 10, column: 10 }, 100, 50)!;
  expect(zoomAt(close, 1 / 100, { row: 10, column: 10 }, 100, 50)).toBeNull();
});

function expectInside(window: MapWindow, cells: number): void {
  for (const [first, end] of [
    [window.firstRow, window.endRow],
    [window.firstColumn, window.endColumn],
  ] as const) {
    expect(first).toBeGreaterThanOrEqual(-1e-6);
    expect(end).toBeLessThanOrEqual(cells + 1e-6);
    expect(end - first).toBeGreaterThan(3.9);
  }
}

test('no zoom or move ever leaves the map', () => {
  fc.assert(
    fc.property(
      size,
      fc.array(
        fc.record({
          factor: fc.double({ min: 0.2, max: 5, noNaN: true }),
          by: fc.integer({ min: -500, max: 500 }),
        }),
      ),
      (cells, steps) => {
        let window = wholeWindow(cells, cells);
        for (const { factor, by } of steps) {
          const at = { row: (window.firstRow + window.endRow) / 2, column: window.firstColumn };
          window = zoomAt(window, factor, at, cells, cells) ?? wholeWindow(cells, cells);
          expectInside(window, cells);
          window = pan(window, by, -by, cells, cells);
          expectInside(window, cells);
        }
      },
    ),
  );
});

test('a cell that is out of view is brought in, one in view moves nothing', () => {
  const window = { firstRow: 10, endRow: 20, firstColumn: 10, endColumn: 20 };
  expect(reveal(window, 15, 15)).toBe(window);
  expect(reveal(window, 25, 3)).toEqual({ firstRow: 16, endRow: 26, firstColumn: 3, endColumn: 13 });
});
