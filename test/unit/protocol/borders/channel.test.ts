import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { Channel, type Handlers, type Transport } from '../../../../src/protocol/borders/channel';
import { AttnscopeError } from '../../../../src/protocol/errors';
import { z } from '../../../../src/protocol/schema';

const methods = {
  double: { params: z.object({ n: z.number() }), result: z.number() },
  wait: { params: z.object({}), result: z.string() },
} as const;

type Methods = typeof methods;

/** Two transports that hand each other structured clones, as processes and webviews do. */
function pair(): [Transport, Transport] {
  const listeners = [new Set<(m: unknown) => void>(), new Set<(m: unknown) => void>()] as const;
  const side = (mine: number, other: number): Transport => ({
    post(message) {
      const copy = structuredClone(message);
      queueMicrotask(() => listeners[other]!.forEach((listen) => listen(copy)));
    },
    onMessage(listener) {
      listeners[mine]!.add(listener);
      return () => listeners[mine]!.delete(listener);
    },
  });
  return [side(0, 1), side(1, 0)];
}

function connect(handlers: Handlers<Methods, number>) {
  const [near, far] = pair();
  const caller = new Channel(near, { calls: methods, serves: {}, handlers: {}, progress: z.number() });
  const server = new Channel(far, { calls: {}, serves: methods, handlers, progress: z.number() });
  return { caller, server, near, far };
}

const silent: Handlers<Methods, number> = {
  double: ({ n }) => 2 * n,
  wait: () => new Promise(() => undefined),
};

describe('a channel', () => {
  it('gives each request its own answer, even out of order', async () => {
    const waiting: (() => void)[] = [];
    const { caller } = connect({
      ...silent,
      double: async ({ n }) => {
        const answered = new Promise<void>((answer) => waiting.push(answer));
        // The last request is answered first.
        if (waiting.length === 3) for (const answer of waiting.reverse()) answer();
        await answered;
        return 2 * n;
      },
    });
    expect(await Promise.all([1, 5, 9].map((n) => caller.request('double', { n })))).toEqual([2, 10, 18]);
  });

  it('tells progress to the request it belongs to', async () => {
    const { caller } = connect({
      ...silent,
      double: ({ n }, { progress }) => {
        progress(n);
        return 2 * n;
      },
    });
    const seen: number[] = [];
    await Promise.all([
      caller.request('double', { n: 7 }, { onProgress: (p) => seen.push(p) }),
      caller.request('double', { n: 8 }),
    ]);
    expect(seen).toEqual([7]);
  });

  it('answers with the error that a handler throws', async () => {
    const { caller } = connect({
      ...silent,
      double: () => {
        throw new AttnscopeError('too-long', 'Nine tokens are too many.');
      },
    });
    await expect(caller.request('double', { n: 1 })).rejects.toMatchObject({
      name: 'AttnscopeError',
      code: 'too-long',
      message: 'Nine tokens are too many.',
    });
  });

  it('answers with an error where the answer cannot be sent', async () => {
    const { caller } = connect({ ...silent, double: () => (() => 1) as unknown as number });
    await expect(caller.request('double', { n: 1 })).rejects.toMatchObject({ code: 'internal' });
  });

  it('refuses parameters and results that are not what the table says, without repeating them', async () => {
    const { caller } = connect({ ...silent, double: () => 'secret-result' as unknown as number });
    const wrong = caller.request('double', { n: 'secret-param' as unknown as number });
    await expect(wrong).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.not.stringContaining('secret'),
    });
    await expect(caller.request('double', { n: 1 })).rejects.toMatchObject({
      code: 'internal',
      message: expect.not.stringContaining('secret'),
    });
  });

  it('drops what is not a message, and refuses unknown kinds, inherited names among them', async () => {
    const { caller, near, far } = connect(silent);
    const answers = vi.fn();
    near.onMessage(answers);
    for (const junk of [
      null,
      3,
      'request',
      {},
      { kind: 'launch', id: 1 },
      { kind: 'result', id: 77, value: 1 },
    ]) {
      near.post(junk);
      far.post(junk);
    }
    near.post({ kind: 'request', id: 1e15, method: 'constructor', params: {} });
    await setImmediate();
    const errors = answers.mock.calls.map(([m]) => m as { kind: string }).filter((m) => m?.kind === 'error');
    expect(errors).toHaveLength(1);
    expect(await caller.request('double', { n: 4 })).toBe(8);
  });

  it('cancels at both ends', async () => {
    let aborted = false;
    const { caller } = connect({
      ...silent,
      wait: (_, { signal }) => {
        signal.addEventListener('abort', () => (aborted = true));
        return new Promise(() => undefined);
      },
    });
    const abort = new AbortController();
    const waiting = caller.request('wait', {}, { signal: abort.signal });
    await setImmediate();
    abort.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
    await setImmediate();
    expect(aborted).toBe(true);
    await expect(caller.request('wait', {}, { signal: abort.signal })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });

  it('sends nothing more once the request is cancelled or the channel disposed', async () => {
    const answers: ((value: number) => void)[] = [];
    const { caller, server, near } = connect({
      ...silent,
      double: () => new Promise((answer) => answers.push(answer)),
    });
    const posted = vi.fn();
    near.onMessage(posted);
    const abort = new AbortController();
    const requests = [
      caller.request('double', { n: 1 }, { signal: abort.signal }),
      caller.request('double', { n: 2 }),
    ];
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    abort.abort();
    await expect(requests[0]).rejects.toMatchObject({ code: 'cancelled' });
    await setImmediate();
    answers[0]!(2);
    await setImmediate();
    server.dispose(new AttnscopeError('crashed', 'It is gone.'));
    answers[1]!(4);
    await setImmediate();
    expect(posted).not.toHaveBeenCalled();
    caller.dispose(new AttnscopeError('crashed', 'It is gone.'));
    await expect(requests[1]).rejects.toMatchObject({ code: 'crashed' });
  });

  it('rejects what is pending, and all that follows, once disposed', async () => {
    const { caller } = connect(silent);
    const waiting = caller.request('wait', {});
    caller.dispose(new AttnscopeError('crashed', 'It is gone.'));
    await expect(waiting).rejects.toMatchObject({ code: 'crashed', message: 'It is gone.' });
    await expect(caller.request('double', { n: 1 })).rejects.toMatchObject({ code: 'crashed' });
  });

  it('rejects the request where the transport fails', async () => {
    const broken: Transport = {
      post: () => {
        throw new Error('closed');
      },
      onMessage: () => () => undefined,
    };
    const caller = new Channel(broken, { calls: methods, serves: {}, handlers: {}, progress: z.number() });
    await expect(caller.request('double', { n: 1 })).rejects.toMatchObject({ code: 'internal' });
  });
});
