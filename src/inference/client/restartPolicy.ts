const WAITS_MS = [500, 1_000, 2_000] as const;
const WINDOW_MS = 3 * 60_000;
const CRASHES_IN_WINDOW = 5;

/** How long to wait in ms before the child is started again by itself; `never` after too many crashes. */
export type Restart = number | 'never';

/**
 * Decides on an automatic restart from the times of all crashes so far, the last one included
 * (ms, in order). Crashes longer ago than three minutes no longer count.
 */
export function restartAfter(crashes: readonly number[]): Restart {
  const last = crashes.at(-1) ?? 0;
  const recent = crashes.filter((time) => last - time < WINDOW_MS).length;
  if (recent >= CRASHES_IN_WINDOW) return 'never';
  return WAITS_MS[Math.min(Math.max(recent, 1), WAITS_MS.length) - 1]!;
}
