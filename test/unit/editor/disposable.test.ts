import { expect, it } from 'vitest';
import { DisposableSlot, DisposableStore } from '../../../src/editor/disposable';

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

it('a new value in a slot ends the one before', () => {
  const ended: string[] = [];
  const slot = new DisposableSlot();
  slot.set(named('first', ended));
  slot.set(named('second', ended));
  expect(ended).toEqual(['first']);
  slot.set(undefined);
  expect(ended).toEqual(['first', 'second']);
  expect(slot.value).toBeUndefined();
});

it('a value set again is kept', () => {
  const ended: string[] = [];
  const slot = new DisposableSlot();
  const value = named('same', ended);
  slot.set(value);
  slot.set(value);
  expect(ended).toEqual([]);
});

it('a slot that is disposed keeps nothing, and disposes what comes too late', () => {
  const ended: string[] = [];
  const slot = new DisposableSlot();
  slot.set(named('held', ended));
  slot.dispose();
  slot.set(named('late', ended));
  slot.dispose();
  expect(ended).toEqual(['held', 'late']);
  expect(slot.value).toBeUndefined();
});
