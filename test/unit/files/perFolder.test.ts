import { expect, it } from 'vitest';
import { perFolder } from '../../../src/files/perFolder';

it('reads a folder once while it is asked for, and again after very many others', async () => {
  const read: string[] = [];
  const of = perFolder((folder) => {
    read.push(folder);
    return Promise.resolve(folder.toUpperCase());
  });
  expect([await of('a'), await of('b'), await of('a')]).toEqual(['A', 'B', 'A']);
  expect(read).toEqual(['a', 'b']);
  for (let at = 0; at < 1_000; at++) await of(`other ${at}`);
  const before = read.length;
  await of('a');
  expect(read.slice(before)).toEqual(['a']);
});
