import { expect, it } from 'vitest';
import { DisposableStore } from '../../../src/editor/disposable';

/** A disposable that writes its name down when it is disposed. */
const named = (name: string, ended: string[]) => ({ dispose: () => void ended.push(name) });

it('a store disposes all it holds, the last one first, once', () => {
  const ended: string[] = [];
  const store = new DisposableStore();
  for (const name of ['a', 'b', 'c']) store.add(named(name, ended));
  store.dispose();
  store.dispose();
  expect(ended).toEqual(['c', 'b', 'a']);
});

it('what comes too late for a store is disposed at once', () => {
  const ended: string[] = [];
  const store = new DisposableStore();
  store.dispose();
  store.add(named('late', ended));
  expect(ended).toEqual(['late']);
});
