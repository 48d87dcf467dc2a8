import { describe, expect, it } from 'vitest';
import { closeRows } from '../../../../../webview/views/map/closeRows';

const N = 8_192;
const window = (firstRow: number, endRow: number) => ({ firstRow, endRow, firstColumn: 0, endColumn: 500 });

describe('rows that are shown token by token', () => {
  it('are none where all or many rows are in view', () => {
    expect(closeRows(null, N, null)).toBeNull();
    expect(closeRows(window(0, 257), N, null)).toBeNull();
  });

  it('are those in view with some around them, within the prompt', () => {
    expect(closeRows(window(1_000.5, 1_200.5), N, null)).toEqual({ firstQuery: 936, endQuery: 1_265 });
    expect(closeRows(window(0, 200), N, null)).toEqual({ firstQuery: 0, endQuery: 264 });
    expect(closeRows(window(8_000, N), N, null)).toEqual({ firstQuery: 7_936, endQuery: N });
  });

  it('stay while what is in view moves within them, and follow it at their edge', () => {
    const atHand = { firstQuery: 936, endQuery: 1_265 };
    expect(closeRows(window(940, 1_140), N, atHand)).toBe(atHand);
    expect(closeRows(window(936, 1_136), N, atHand)).toEqual({ firstQuery: 872, endQuery: 1_200 });
    expect(closeRows(window(1_065, 1_265), N, atHand)).toEqual({ firstQuery: 1_001, endQuery: 1_329 });
    const first = { firstQuery: 0, endQuery: 264 };
    expect(closeRows(window(0, 200), N, first)).toBe(first);
  });
});
