import { readFileSync } from 'node:fs';

/** Seconds that a case may compute. */
const LONGEST_S = 30;
/** Seconds in all, on a machine that others use too; what waits for ever without computing ends here. */
const LONGEST_WAIT_S = 600;
const LOOK_EVERY_MS = 250;
/** Of the times in `/proc`, a second (`USER_HZ`; the same on all builds of Linux that Node runs on). */
const TICKS = 100;

/** Watches one case. */
export interface Watch {
  /** Aborts what hangs. */
  signal: AbortSignal;
  /** To be called at its end; seconds that it took of a processor, or by the clock where the system does not tell. */
  end(): number;
}

/** Starts to watch what a process does: other work of the machine does not count, as it would by the clock. */
export function watchForHanging(pid: () => number | undefined): Watch {
  const hanging = new AbortController();
  const started = performance.now();
  const watched = pid();
  const before = computed(watched) ?? 0;
  const waited = () => (performance.now() - started) / 1e3;
  const taken = (): number => {
    const now = computed(pid());
    // A process that ended with the case cannot be asked; another one counts from its start.
    if (now === undefined) return waited();
    return pid() === watched ? now - before : now;
  };
  const looking = setInterval(() => {
    if (taken() > LONGEST_S || waited() > LONGEST_WAIT_S) hanging.abort();
  }, LOOK_EVERY_MS);
  return {
    signal: hanging.signal,
    end() {
      clearInterval(looking);
      return taken();
    },
  };
}

/** Seconds that a process has computed, all of its threads together (proc_pid_stat(5), `utime` and `stime`). */
function computed(pid: number | undefined): number | undefined {
  try {
    // The name of the program, which may hold anything, ends at the last bracket.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return undefined;
  }
}
