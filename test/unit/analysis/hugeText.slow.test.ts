import { expect, it } from 'vitest';
import { scanDocument } from '../../../src/analysis/readDocument';

const MB = 1_000_000;

it.each([
  ['one letter', () => 'a'.repeat(100 * MB)],
  ['letters of an encoding', () => 'QUJDRA'.repeat((100 * MB) / 6)],
  ['JSON of nothing but escapes', () => `{"a":"${'\\u0061'.repeat((100 * MB) / 6)}"}`],
])('100 MB without a word break are answered in bounded time and memory: %s', async (_, text) => {
  const before = process.memoryUsage().rss;
  const cpu = process.cpuUsage();
  const long = text();
  expect(await scanDocument({ text: long, path: 'mail.json' })).toEqual([]);
  const { user } = process.cpuUsage(cpu);
  expect(user / 1e6).toBeLessThan(60);
  expect((process.memoryUsage().rss - before) / MB).toBeLessThan(1500);
});
