import { expect, it } from 'vitest';
import type { Token } from '../../../../../src/protocol/attention';
import { passageText } from '../../../../../webview/views/experiments/passages';

it('a character that several tokens share stands once in the text of a passage', () => {
  const tokens = ['a', '你', '\ufffd', '好', '\ufffd', '\ufffd', '\n', 'b'].map(
    (text) => ({ text }) as Token,
  );
  const shown = { tokens } as Parameters<typeof passageText>[0];
  expect(passageText(shown, { first: 1, end: 6 })).toBe('你好');
});
