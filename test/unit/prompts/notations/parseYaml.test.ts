import { expect, it } from 'vitest';
import { readPrompts } from '../../../../src/prompts/readPrompts';

/** A list of prompts, as a set of tests has them. */
const listOf = (count: number): string =>
  Array.from({ length: count }, (_, i) => `- system: |\n    You are helper ${i}.\n    Be kind.\n`).join('');

it('a long list is read prompt by prompt, in time that grows with it', async () => {
  const read = async (count: number): Promise<number> => {
    const text = listOf(count);
    const start = process.cpuUsage();
    const { prompts } = await readPrompts(text, { path: 'promptfooconfig.yaml' });
    expect(prompts).toHaveLength(count);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / count;
  };
  expect(listOf(4_000).length).toBeGreaterThan(190_000);
  await read(500);
  expect(await read(4_000)).toBeLessThan(4 * (await read(500)));
});

it('one that is longer still is read as it stands', async () => {
  const { prompts } = await readPrompts(listOf(6_000), { path: 'promptfooconfig.yaml' });
  expect(prompts.map(({ format }) => format)).toEqual(['plain']);
});
