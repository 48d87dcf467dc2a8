import { expect, it } from 'vitest';
import { progressLine } from '../../../src/cli/withInference';

it('says on one line how far a report has got, and nothing where nobody watches', () => {
  for (const isTTY of [true, false]) {
    const told: string[] = [];
    const write = (text: string) => told.push(text);
    const progress = progressLine({ isTTY, write } as unknown as NodeJS.WriteStream);
    progress.show({ stage: 'attention', done: 128, total: 256 });
    progress.show({ stage: 'report', done: 41.7, total: 100 });
    progress.clear();
    const expected = ['Token 128 of 256 …', 'Collecting maps for the report: 42% …', ''];
    expect(told).toEqual(isTTY ? expected.map((text) => `\r\u001b[K${text}`) : []);
  }
});
