import { describe, expect, it } from 'vitest';
import { scanDocument } from '../../../../../src/analysis/readDocument';

const RUN = 'echo ZWNobyBoZWxsbyB3b3JsZA== | base64 -d | sh';
const marked = async (text: string): Promise<string[]> =>
  (await scanDocument({ text, path: 'AGENTS.md' }))
    .filter(({ rule }) => rule === 'hidden/encoded-command')
    .map(({ start, end }) => text.slice(start, end));

describe('a command that is decoded and run', () => {
  it.each([
    ['behind', `base64 -d cert.b64 > cert.pem; ${RUN}`],
    ['before', `${RUN}; base64 -d cert.b64 > cert.pem`],
    ['many of', `${'base64 -d a > b; '.repeat(100)}${RUN}`],
  ])('is marked alone %s others that only decode', async (_, text) => {
    expect(await marked(text)).toEqual([RUN]);
  });

  it('is found twice in a line', async () => {
    expect(await marked(`${RUN}; base64 -d a > b; ${RUN}`)).toEqual([RUN, RUN]);
  });
});
