import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createInferenceClient } from '../../src/inference/client/createInferenceClient';
import type { ReadAs } from '../../src/protocol/prompt';
import { readBundled } from './readBundled';

interface NextCase {
  name: string;
  rendering: ReadAs | 'messages';
  messages: [role: string, text: string][];
  ids: number[];
  next: [id: number, text: string, probability: number][];
}

const root = path.resolve(import.meta.dirname, '../..');
const cases = JSON.parse(
  readFileSync(path.join(root, 'test/fixtures/bundled-model/next.json'), 'utf8'),
) as NextCase[];

const client = createInferenceClient({ childPath: path.join(root, 'dist/inference.js') });
afterAll(() => client.dispose());

const read = (text: string, as?: ReadAs) => readBundled(client, text, as);

describe('what the bundled model would say next is what PyTorch says', () => {
  test.each(cases)('$name', async ({ rendering, messages, ids, next }) => {
    const result =
      rendering === 'messages'
        ? await read(JSON.stringify(messages.map(([role, content]) => ({ role, content }))))
        : await read(messages[0]![1], rendering);
    expect(result.rendering).toBe(rendering);
    expect(result.tokens.map(({ id }) => id)).toEqual(ids);
    expect(result.next.map(({ id, text }) => [id, text])).toEqual(next.map(([id, text]) => [id, text]));
    const off = result.next.map(({ probability }, i) => Math.abs(probability - next[i]![2]));
    expect(Math.max(...off)).toBeLessThan(1e-4);
  });
});
