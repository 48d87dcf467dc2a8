import { beforeEach, describe, expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import type { AttentionAt, FindingAttention } from '../../../../src/editor/findings/findingAttention';
import type { Scans } from '../../../../src/editor/scans/scans';
import type { Finding } from '../../../../src/protocol/finding';
import { fakeVscode } from '../fakeVscode';

vi.mock('vscode', async () => (await import('../fakeVscode')).fakeVscode);
const { registerHover } = await import('../../../../src/editor/findings/hover');

const finding: Finding = {
  rule: 'override/previous-instructions',
  severity: 'warning',
  start: 0,
  end: 10,
  line: 1,
  column: 1,
  endLine: 1,
  endColumn: 11,
  message: '',
  segment: { role: 'prompt', trust: 'author' },
  excerpt: '',
  fingerprint: '',
};
const reading = {
  share: { raw: 0.00342, withoutSink: 0.0512 },
  bestHead: { raw: { layer: 17, head: 4, share: { raw: 0.381 } } },
  place: {
    raw: { rank: 3, windows: 1234, ratio: 1.26 },
    withoutSink: { rank: 2, windows: 1233, ratio: 1.5 },
  },
};
const span = { reading, later: null };

/** What the hover says of a finding; `attention` as the last analysis has it. */
function said(of: Partial<Finding>, attention?: object): string {
  const told = { ...finding, ...of };
  const scans = { current: () => ({ findings: [told] }) } as unknown as Scans;
  const attentionAt: AttentionAt = () =>
    attention &&
    ({
      span: attention,
      circumstances: { reading: { kind: 'last' }, sink: 0 },
      place: ['a', 'f'],
    } as FindingAttention);
  registerHover(scans, attentionAt, '' as unknown as vscode.Uri);
  const [, provider] = fakeVscode.languages.registerHoverProvider.mock.lastCall!;
  const { provideHover } = provider as {
    provideHover(document: unknown, position: unknown): { contents: { value: string }[] };
  };
  return provideHover({ uri: 'x', offsetAt: () => 5 }, {}).contents[0]!.value;
}

beforeEach(() => {
  fakeVscode.env.language = 'en';
  fakeVscode.l10n.bundle = undefined;
});

describe('the hover of a finding', () => {
  it('lists what is said of it everywhere, and that it proves nothing', () => {
    expect(said({}, span)).toContain(
      [
        '- 0.34% of what the last token reads; 5.1% without the sink',
        '- 1.3 × the mean of same-length passages (rank 3 of 1,234; 1 = most); 1.5 × without the sink (rank 2 of 1,233)',
        '- most in layer 17, head 4: 38%',
        '',
        'This describes what the model attends to. It does not prove that the model follows it.',
      ].join('\n'),
    );
  });

  it('speaks and writes numbers as the window does, where that is translated', () => {
    fakeVscode.env.language = 'de';
    expect(said({}, span)).toContain('0.34%');
    fakeVscode.l10n.bundle = { '{share} of what {reader} reads': '{share} dessen, was {reader} liest' };
    const text = said({}, span);
    expect(text).toContain('0,34\u00a0% dessen, was the last token liest');
    expect(text).toContain('1.234');
  });

  it('gives no rank where there are no passages to compare with', () => {
    const text = said({}, { reading: { ...reading, place: null }, later: null });
    expect(text).toContain('5.1% without the sink');
    expect(text).not.toContain('rank');
  });

  it('says whose words they are', () => {
    expect(said({})).toContain('In the prompt file itself, which counts as its author’s text.');
    expect(said({ segment: { role: 'system', trust: 'author' } })).toContain('In the words of the author');
    expect(said({ segment: { role: 'tool', trust: 'untrusted' } })).toContain('In untrusted text.');
  });
});
