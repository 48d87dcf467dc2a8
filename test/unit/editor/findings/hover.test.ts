import { beforeEach, describe, expect, it, vi } from 'vitest';
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
function said(of: Partial<Finding>, attention?: object, hidden: object[] = []): string {
  const told = { ...finding, ...of };
  const scans = { current: () => ({ findings: [told], hidden }) } as unknown as Scans;
  const attentionAt: AttentionAt = () =>
    attention &&
    ({
      span: attention,
      circumstances: { reading: { kind: 'last' }, sink: 0 },
      place: ['a', 'f'],
    } as FindingAttention);
  registerHover(scans, attentionAt);
  const [, provider] = fakeVscode.languages.registerHoverProvider.mock.lastCall!;
  const { provideHover } = provider as {
    provideHover(document: unknown, position: unknown): { contents: { value: string }[] };
  };
  return provideHover({ uri: 'x', offsetAt: () => 5 }, {})
    .contents.map(({ value }) => value)
    .join('\n');
}

beforeEach(() => {
  fakeVscode.env.language = 'en';
  fakeVscode.l10n.bundle = undefined;
});

describe('the hover of a finding', () => {
  it('says in one line of plain words how much attention it gets', () => {
    const of = (ratio: number) => ({
      reading: { ...reading, place: { ...reading.place, withoutSink: { ratio } } },
      later: null,
    });
    const lines = said({}, of(1.5)).split('\n\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe(
      'In the prompt file itself, which counts as its author’s text. It gets more attention than passages of this length usually do (1.5 × as much).',
    );
    expect(said({}, of(1))).toContain('about as much attention as passages of this length');
    expect(said({}, of(0.5))).toContain('less attention than passages of this length usually do (0.5 ×');
  });

  it('speaks and writes numbers as the window does, where that is translated', () => {
    fakeVscode.env.language = 'de';
    const nowhere = { reading: { ...reading, place: null }, later: null };
    expect(said({}, nowhere)).toContain('5.1% of what the last token attends to is here.');
    fakeVscode.l10n.bundle = { '{share} of what {reader} attends to is here.': '{share} von {reader}.' };
    expect(said({}, nowhere)).toContain('5,1\u00a0% von the last token.');
  });

  it('leads to the panel and to the page of the rule, analysed or not', () => {
    for (const attention of [undefined, span]) {
      const text = said({}, attention);
      expect(text).toContain('command:attnscope.showFinding?');
      expect(text).toContain('command:attnscope.showRule?');
    }
  });

  it('spells hidden characters, and of what they spell no more than an excerpt', () => {
    const kinds = [
      { codePoint: 0xe0068, name: 'TAG CHARACTER', count: 12 },
      { codePoint: 0x200b, name: 'ZERO WIDTH SPACE', count: 1 },
    ];
    const text = said({}, undefined, [{ start: 2, end: 8, kinds, spells: 'hi AI, do…' }]);
    expect(text).toContain('Hidden here: U+E0068 TAG CHARACTER ×12, U+200B ZERO WIDTH SPACE');
    expect(text).toContain('It spells: hi AI, do…');
    expect(said({}, undefined, [{ start: 7, end: 8, kinds, spells: null }])).not.toContain('Hidden here');
  });

  it('says whose words they are', () => {
    expect(said({})).toContain('In the prompt file itself, which counts as its author’s text.');
    expect(said({ segment: { role: 'system', trust: 'author' } })).toContain('In the words of the author');
    expect(said({ segment: { role: 'tool', trust: 'untrusted' } })).toContain('In untrusted text.');
  });
});
