import type { Child, ChildExit, Spawn } from '../../../../src/inference/client/childProcess';
import type { Clock } from '../../../../src/inference/client/clock';

interface Request {
  id: number;
  method: string;
  params: unknown;
}

/** A child whose every move the test makes. */
export interface FakeChild {
  /** Requests it was sent, in order. */
  received: Request[];
  killed: boolean;
  answer(value: unknown): void;
  progress(value: unknown): void;
  exit(exit: Partial<ChildExit>): void;
}

export function fakeSpawn(pid?: number): { spawn: Spawn; children: FakeChild[] } {
  const children: FakeChild[] = [];
  const spawn: Spawn = () => {
    const messageListeners = new Set<(m: unknown) => void>();
    const exitListeners: ((e: ChildExit) => void)[] = [];
    const emit = (message: unknown) => messageListeners.forEach((listen) => listen(message));
    const fake: FakeChild = {
      received: [],
      killed: false,
      answer: (value) => emit({ kind: 'result', id: fake.received.at(-1)?.id, value }),
      progress: (value) => emit({ kind: 'progress', id: fake.received.at(-1)?.id, value }),
      exit: (exit) =>
        exitListeners.forEach((listen) => listen({ code: null, signal: null, lastWords: '', ...exit })),
    };
    children.push(fake);
    const child: Child = {
      pid,
      post: (message) => void fake.received.push(message as Request),
      onMessage: (listener) => {
        messageListeners.add(listener);
        return () => messageListeners.delete(listener);
      },
      onExit: (listener) => void exitListeners.push(listener),
      kill: () => void (fake.killed = true),
    };
    return child;
  };
  return { spawn, children };
}

/** A clock that stands still until a test moves it. */
export function fakeClock(): Clock & { advance(ms: number): void } {
  let now = 0;
  let timers: { at: number; call: () => void }[] = [];
  return {
    now: () => now,
    after(ms, call) {
      const timer = { at: now + ms, call };
      timers.push(timer);
      return () => void (timers = timers.filter((t) => t !== timer));
    },
    advance(ms) {
      now += ms;
      const due = timers.filter((t) => t.at <= now);
      timers = timers.filter((t) => t.at > now);
      for (const timer of due) timer.call();
    },
  };
}
