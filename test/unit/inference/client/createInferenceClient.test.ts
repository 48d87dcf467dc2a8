import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, describe, expect, it, vi } from 'vitest';
import {
  createInferenceClient,
  type InferenceState,
} from '../../../../src/inference/client/createInferenceClient';
import { partialPath } from '../../../../src/protocol/borders/inference';
import { fakeClock, fakeSpawn } from './fakeChild';

const MEMORY = { rssBytes: 1, mapBytes: 2 };

function setUp() {
  const { spawn, children } = fakeSpawn();
  const clock = fakeClock();
  const states: InferenceState[] = [];
  const client = createInferenceClient({
    childPath: 'unused',
    spawn,
    clock,
    idleMs: 30_000,
    onState: (state) => states.push(state),
  });
  /** A request whose failure is kept to be looked at later. */
  const ask = (signal?: AbortSignal, letRun?: boolean) => {
    const answer = client.request('memory', {}, { signal, letRun });
    answer.catch(() => undefined);
    return answer;
  };
  return { client, children, clock, states, ask };
}

describe('the inference client', () => {
  it('starts nothing before the first request, and says its state', async () => {
    const { client, children, states, ask } = setUp();
    expect(children).toHaveLength(0);
    expect(client.state).toBe('stopped');
    const answer = ask();
    children[0]!.progress({ stage: 'load', done: 0, total: 1 });
    children[0]!.answer(MEMORY);
    expect(await answer).toEqual(MEMORY);
    await setImmediate();
    expect(states).toEqual(['starting', 'busy', 'ready']);
  });

  it('sends one request at a time', async () => {
    const { children, ask } = setUp();
    const [first, second] = [ask(), ask()];
    expect(children[0]!.received).toHaveLength(1);
    children[0]!.answer(MEMORY);
    await first;
    await setImmediate();
    expect(children[0]!.received).toHaveLength(2);
    children[0]!.answer(MEMORY);
    await second;
    expect(children).toHaveLength(1);
  });

  it('ends the child when idle, never while something is pending, and starts a new one when asked', async () => {
    const { children, clock, states, ask } = setUp();
    const long = ask();
    clock.advance(3_600_000);
    expect(children[0]!.killed).toBe(false);
    children[0]!.answer(MEMORY);
    await long;
    await setImmediate();
    clock.advance(29_999);
    expect(children[0]!.killed).toBe(false);
    clock.advance(1);
    expect(children[0]!.killed).toBe(true);
    const next = ask();
    expect(children).toHaveLength(1); // the old one still holds its memory
    children[0]!.exit({ signal: 'SIGKILL' });
    children[1]!.answer(MEMORY);
    expect(await next).toEqual(MEMORY);
    await setImmediate();
    expect(states.slice(-5)).toEqual(['stopping', 'stopped', 'starting', 'busy', 'ready']);
  });

  it('kills on cancel, does not count that as a crash, and sends what waited to a new child', async () => {
    const { children, ask } = setUp();
    const abort = new AbortController();
    const running = ask(abort.signal);
    const waiting = ask();
    abort.abort();
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    expect(children[0]!.killed).toBe(true);
    children[0]!.exit({ signal: 'SIGKILL' });
    expect(children).toHaveLength(2); // at once, without a wait
    children[1]!.answer(MEMORY);
    expect(await waiting).toEqual(MEMORY);
  });

  it('cancels what has not started without touching what runs', async () => {
    const { children, ask } = setUp();
    const abort = new AbortController();
    const running = ask();
    const waiting = ask(abort.signal);
    abort.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
    expect(children[0]!.killed).toBe(false);
    children[0]!.answer(MEMORY);
    expect(await running).toEqual(MEMORY);
    await setImmediate();
    expect(children[0]!.received).toHaveLength(1);
  });

  it('sends what is soon done before all that waits, in the order asked', async () => {
    const { client, children, ask } = setUp();
    void ask();
    void client.request('memory', {}).catch(() => undefined);
    for (const model of ['first', 'second'])
      client.request('openModel', { model }, { ahead: true }).catch(() => undefined);
    for (let sent = 1; sent < 4; sent++) {
      children[0]!.answer(MEMORY);
      await setImmediate();
    }
    expect(children[0]!.received.map(({ method }) => method)).toEqual([
      'memory',
      'openModel',
      'openModel',
      'memory',
    ]);
    expect(children[0]!.received[1]!.params).toEqual({ model: 'first' });
    client.dispose();
  });

  it('stops what gives way to one that goes ahead, and begins it anew behind that one', async () => {
    const { client, children } = setUp();
    const heads = client.request('openModel', { model: 'heads' }, { givesWay: true });
    const waiting = client.request('openModel', { model: 'waiting' }).catch(() => undefined);
    const chosen = client.request('memory', {}, { ahead: true });
    await setImmediate();
    const sent = () => children[0]!.received as { kind?: string; method: string; params?: unknown }[];
    expect(sent().map(({ kind, method }) => method ?? kind)).toEqual(['openModel', 'cancel', 'memory']);
    expect(children[0]!.killed).toBe(false);
    children[0]!.answer(MEMORY);
    expect(await chosen).toEqual(MEMORY);
    await setImmediate();
    expect(sent().at(-1)!.params).toEqual({ model: 'heads' });
    client.dispose();
    await Promise.all([expect(heads).rejects.toMatchObject({ code: 'cancelled' }), waiting]);
  });

  it('lets run what is not to be ended, rejects its caller, and sends the next to the same child', async () => {
    const { client, children, ask } = setUp();
    const abort = new AbortController();
    const running = ask(abort.signal, true);
    const waiting = ask();
    abort.abort();
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    expect(children[0]!.killed).toBe(false);
    // It still works on the first one.
    expect(children[0]!.received).toHaveLength(1);
    children[0]!.answer(MEMORY);
    await setImmediate();
    expect(children[0]!.received).toHaveLength(2);
    children[0]!.answer(MEMORY);
    expect(await waiting).toEqual(MEMORY);
    ask(undefined, true);
    await setImmediate();
    client.dispose();
    expect(children[0]!.killed).toBe(true);
  });

  it('leaves out what is given up while it waits, also where it would be let run', async () => {
    const { children, ask } = setUp();
    const abort = new AbortController();
    const running = ask(undefined, true);
    const given = ask(abort.signal, true);
    const last = ask(undefined, true);
    abort.abort();
    await expect(given).rejects.toMatchObject({ code: 'cancelled' });
    children[0]!.answer(MEMORY);
    await running;
    await setImmediate();
    expect(children[0]!.received).toHaveLength(2);
    children[0]!.answer(MEMORY);
    expect(await last).toEqual(MEMORY);
  });

  it('fails the request that a crash hit, in plain words, and sends only those after it', async () => {
    const { children, clock, ask } = setUp();
    const running = ask();
    const waiting = ask();
    children[0]!.exit({ code: 134, lastWords: 'std::bad_alloc' });
    await expect(running).rejects.toMatchObject({
      code: 'crashed',
      message: expect.stringMatching(/134.*bad_alloc/),
    });
    clock.advance(499);
    expect(children).toHaveLength(1);
    clock.advance(1);
    expect(children[1]!.received).toHaveLength(1);
    children[1]!.answer(MEMORY);
    expect(await waiting).toEqual(MEMORY);
  });

  it('waits longer with each crash and stops by itself after five, but always starts when asked', async () => {
    const { children, clock, ask } = setUp();
    const requests = Array.from({ length: 7 }, () => ask());
    for (const wait of [500, 1_000, 2_000, 2_000]) {
      const before = children.length;
      children.at(-1)!.exit({ code: 1 });
      clock.advance(wait - 1);
      expect(children).toHaveLength(before);
      clock.advance(1);
      expect(children).toHaveLength(before + 1);
    }
    children.at(-1)!.exit({ code: 1 });
    clock.advance(60_000);
    expect(children).toHaveLength(5);
    const ends = await Promise.allSettled(requests);
    const codes = ends.map((end) =>
      end.status === 'rejected' ? (end.reason as { code: string }).code : 'answered',
    );
    expect(codes).toEqual(['crashed', 'crashed', 'crashed', 'crashed', 'crashed', 'stopped', 'stopped']);
    const explicit = ask();
    expect(children).toHaveLength(6);
    children[5]!.answer(MEMORY);
    expect(await explicit).toEqual(MEMORY);
  });

  it('forgets crashes of more than three minutes ago', async () => {
    const { children, clock, ask } = setUp();
    for (let crash = 0; crash < 5; crash++) {
      ask();
      const waiting = ask();
      children.at(-1)!.exit({ code: 1 });
      clock.advance(500);
      children.at(-1)!.answer(MEMORY);
      expect(await waiting).toEqual(MEMORY);
      await setImmediate();
      clock.advance(180_000);
      children.at(-1)!.exit({ signal: 'SIGKILL' }); // the idle end, not a crash
    }
  });

  it('starts at once on an explicit request, in the middle of a wait', async () => {
    const { children, ask } = setUp();
    ask();
    const waiting = ask();
    children[0]!.exit({ code: 1 });
    const explicit = ask();
    expect(children).toHaveLength(2);
    children[1]!.answer(MEMORY);
    expect(await waiting).toEqual(MEMORY);
    await setImmediate();
    children[1]!.answer(MEMORY);
    expect(await explicit).toEqual(MEMORY);
  });

  it('rejects everything when disposed, and leaves no child', async () => {
    const { client, children, ask } = setUp();
    const [running, waiting] = [ask(), ask()];
    client.dispose();
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
    expect(children[0]!.killed).toBe(true);
    children[0]!.exit({ signal: 'SIGKILL' });
    expect(children).toHaveLength(1);
    await expect(ask()).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('a file that is not whole', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'attnscope-client-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const PID = 4711;

  /** A request that has written half of its file by now. */
  function halfWritten(name: string) {
    const { spawn, children } = fakeSpawn(PID);
    const client = createInferenceClient({ childPath: 'unused', spawn, clock: fakeClock() });
    const abort = new AbortController();
    const out = path.join(folder, name);
    const feed = { kind: 'text' as const, text: 'Be kind.' };
    const answer = client.request(
      'extract',
      { model: 'unused', feed, reduce: 'none', out },
      { signal: abort.signal },
    );
    const partial = partialPath(out, PID);
    writeFileSync(partial, 'half');
    // What is there the moment the person is told.
    const leftWhenTold = answer.then(
      () => true,
      () => existsSync(partial),
    );
    return { client, child: children[0]!, abort, leftWhenTold };
  }

  it('is gone once the request is told to have been cancelled', async () => {
    const { child, abort, leftWhenTold } = halfWritten('cancelled.safetensors');
    abort.abort();
    expect(child.killed).toBe(true);
    // A process takes a moment to end.
    await setImmediate();
    child.exit({ signal: 'SIGKILL' });
    expect(await leftWhenTold).toBe(false);
  });

  it('is gone once the client is disposed and its child has ended', async () => {
    const { client, child, leftWhenTold } = halfWritten('disposed.safetensors');
    client.dispose();
    await setImmediate();
    child.exit({ signal: 'SIGKILL' });
    expect(await leftWhenTold).toBe(false);
  });

  it('is gone where the program that asked ends before its child has', async () => {
    const once = vi.spyOn(process, 'once');
    const { child, leftWhenTold } = halfWritten('host-exit.safetensors');
    const onExit = once.mock.calls.findLast(([event]) => event === 'exit')![1];
    once.mockRestore();
    onExit();
    expect(child.killed).toBe(true);
    expect(existsSync(partialPath(path.join(folder, 'host-exit.safetensors'), PID))).toBe(false);
    child.exit({ signal: 'SIGKILL' });
    await leftWhenTold;
  });

  it('is gone once the process crashed', async () => {
    const { child, leftWhenTold } = halfWritten('crashed.safetensors');
    child.exit({ code: 134 });
    expect(await leftWhenTold).toBe(false);
  });
});
