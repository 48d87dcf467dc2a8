import path from 'node:path';

/** One measured figure, with what it should be. */
export interface Figure {
  name: string;
  value: number;
  unit: 'MB' | 's' | 'ms' | 'x';
  goal?: string;
}

/** Measures some figures. */
export type Part = () => Promise<Figure[]>;

export const root = path.resolve(import.meta.dirname, '../../..');
export const bundled = path.join(root, 'media/model');

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1]!;

/** The number that a variable of the environment holds, or another. */
export function numberOf(name: string, other: number): number {
  return Number(process.env[name] ?? other);
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
