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
  place: { raw: { rank: 3, windows: 1234 } },
};
const span = { reading };

/** What the hover says of a finding; `attention` as the last analysis has it. */
function said(of: Partial<Finding>, attention?: object): string {
  const told = { ...finding, ...of };
  const scans = { current: () => ({ findings: [told] }) } as unknown as Scans;
  const attentionAt: AttentionAt = () =>
    attention && ({ span: attention, place: ['a', 'f'] } as FindingAttention);
  registerHover(scans, attentionAt, '' as unknown as vscode.Uri);
  const [, provider] = fakeVscode.languages.registerHoverProvider.mock.lastCall!;
  const { provideHover } = provider as {
    provideHover(document: unknown, position: unknown): { contents: { value: string }[] };
  };
  return provideHover({ uri: 'x', offsetAt: () => 5 }, {}).contents[0]!.value;
}

beforeEach(() => {
  fakeVscode.env.language = 'en';
});

describe('the hover of a finding', () => {
  it('gives the share with and without the first token, its rank, and the strongest head', () => {
    expect(said({}, span)).toContain(
      '0.34 % of the last token’s attention lands here (5.1 % without the first token; rank 3 of 1,234 passages this long); strongest: layer 17, head 4, 38 %. Descriptive only.',
    );
  });

  it('writes numbers as the language of the window does', () => {
    fakeVscode.env.language = 'de';
    const text = said({}, span);
    expect(text).toContain('0,34 %');
    expect(text).toContain('1.234');
  });

  it('gives no rank where there are no passages to compare with', () => {
    const text = said({}, { reading: { ...reading, place: null } });
    expect(text).toContain('(5.1 % without the first token); strongest');
    expect(text).not.toContain('rank');
  });

  it('says whose words they are', () => {
    expect(said({})).toContain('In the prompt file itself, which counts as its author’s text.');
    expect(said({ segment: { role: 'system', trust: 'author' } })).toContain('In the words of the author');
    expect(said({ segment: { role: 'tool', trust: 'untrusted' } })).toContain('In untrusted text.');
  });
});
