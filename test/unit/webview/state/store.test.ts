import { expect, test } from 'vitest';
import { createStore } from '../../../../webview/state/store';

test('tells only who asked for what changed, once, with the new state', () => {
  const store = createStore({ a: 1, b: 1 });
  const heard: string[] = [];
  store.subscribe(['a'], ({ a }) => heard.push(`a${a}`));
  store.subscribe(['a', 'b'], ({ a, b }) => heard.push(`ab${a}${b}`));
  store.set({ a: 1 });
  expect(heard).toEqual([]);
  store.set({ a: 2, b: 2 });
  store.set({ b: 3 });
  expect(heard).toEqual(['a2', 'ab22', 'ab23']);
});

test('a change made while telling is told afterwards, and who left hears nothing', () => {
  const store = createStore({ a: 0, b: 0 });
  const heard: number[] = [];
  const second = store.subscribe(['b'], ({ b }) => heard.push(b));
  store.subscribe(['a'], ({ a }) => store.set({ b: a * 10 }));
  store.set({ a: 1 });
  second.dispose();
  store.set({ a: 2 });
  expect(heard).toEqual([10]);
});
