import { beforeEach, expect, it, vi } from 'vitest';

const { vscode } = await vi.hoisted(async () => (await import('../fakeDocuments')).fakeWindow());
vi.mock('vscode', () => vscode);
const { EventEmitter } = await import('../fakeVscode');
const { registerShading } = await import('../../../../src/editor/commands/shadeCommand');
type Given = Parameters<typeof registerShading>;

type Locked = { analysis: string; token: number | null };
const locks = new EventEmitter<Locked>();
const panel: { locked: Locked | undefined; onDidLock: unknown } = {
  locked: undefined,
  onDidLock: locks.event,
};
/** Shadings that were begun: what each was asked to show, and whether it ended. */
const made: { shown: (number | null)[]; ended: boolean }[] = [];
let failure: Error | undefined;
const shadeEditor = () => {
  const one = { shown: [] as (number | null)[], ended: false };
  made.push(one);
  const show = async (token: number | null): Promise<void> => {
    if (failure) throw failure;
    one.shown.push(token);
  };
  return { show, dispose: () => (one.ended = true) };
};
let state: unknown;
let run: () => Promise<unknown>;

/** The document that the panel shows an analysis of. */
function turnTo(uri: string): void {
  state = { kind: 'result', analysis: { id: uri, uri: vscode.Uri.parse(uri), place: { changed: false } } };
}

beforeEach(() => {
  made.length = 0;
  [failure, panel.locked] = [undefined, undefined];
  const command: Given[0] = (_name, work) => {
    run = async () => work({ shadeEditor } as never, undefined, undefined);
  };
  registerShading(command, { panel, model: 'model' } as unknown as Given[1], (() => state) as Given[2]);
  turnTo('file:/x');
});

it('the shades of a prompt go when they are asked for again, and to another document where it is that one’s turn', async () => {
  await run();
  turnTo('file:/y');
  await run();
  expect(made.map(({ ended }) => ended)).toEqual([true, false]);
  await run();
  expect(made.map(({ ended }) => ended)).toEqual([true, true]);
});

it('they are of the token that is locked in the panel, and follow it', async () => {
  panel.locked = { analysis: 'file:/x', token: 4 };
  await run();
  locks.fire({ analysis: 'file:/other', token: 7 });
  locks.fire({ analysis: 'file:/x', token: 2 });
  locks.fire({ analysis: 'file:/x', token: null });
  expect(made.map(({ shown }) => shown)).toEqual([[4, 2, null]]);
});

it('what is locked in another analysis does not count', async () => {
  panel.locked = { analysis: 'file:/other', token: 4 };
  await run();
  expect(made[0]!.shown).toEqual([null]);
});

it('they go where the weights of the locked token do not come', async () => {
  await run();
  failure = new Error('The process ended.');
  locks.fire({ analysis: 'file:/x', token: 2 });
  await vi.waitFor(() => expect(made[0]!.ended).toBe(true));
  await expect(run()).rejects.toThrow('The process ended.');
  expect(made[1]!.ended).toBe(true);
});
