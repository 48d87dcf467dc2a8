import { expect, it } from 'vitest';
import { createL10n } from '../../../../../src/describe/l10n';
import type { Token } from '../../../../../src/protocol/attention';
import type { Segment } from '../../../../../src/protocol/prompt';
import { tokenRuns } from '../../../../../webview/views/prompt/tokenRuns';

const token = (text: string, segment: number | null, origin = segment === null ? 'template' : 'source') =>
  ({ text, segment, origin }) as Token;

it('tokens stand in runs, each named, whose words tell which way they run', () => {
  const tokens = [
    token('<s>', null),
    token('Be', 0),
    token(' kind', 0),
    token('?', null, 'unmapped'),
    token('سلام', 1),
    token('</s>', null),
  ];
  const segments = [{ role: 'system' }, { role: 'user' }] as Segment[];
  const { say } = createL10n('en', {});
  const runs = tokenRuns({ tokens, segments }).map(({ name, first, end, isRightToLeft }) => [
    say(name),
    first,
    end,
    isRightToLeft,
  ]);
  expect(runs).toEqual([
    ['the chat template', 0, 1, false],
    ['the system prompt', 1, 3, false],
    [expect.any(String), 3, 4, false],
    ['the user message', 4, 5, true],
    ['the chat template', 5, 6, false],
  ]);
  expect(tokenRuns({ tokens: [], segments })).toEqual([]);
});
