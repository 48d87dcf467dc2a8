import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AttentionAt } from '../../../../src/editor/findings/findingAttention';
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
/** What the hover says of a finding; `inWords`: of its attention, where the last analysis knows it. */
async function said(of: Partial<Finding>, inWords?: string, hidden: object[] = []): Promise<string> {
  return (await partsOf([{ ...finding, ...of }], inWords, hidden)).join('\n');
}

async function partsOf(findings: Finding[], inWords?: string, hidden: object[] = []): Promise<string[]> {
  const scans = { current: () => ({ findings, hidden }) } as unknown as Scans;
  const attentionAt: AttentionAt = () =>
    inWords === undefined ? undefined : { place: ['a', 'f'], inWords: async () => inWords };
  registerHover(scans, attentionAt);
  const [, provider] = fakeVscode.languages.registerHoverProvider.mock.lastCall!;
  const { provideHover } = provider as {
    provideHover(document: unknown, position: unknown): Promise<{ contents: { value: string }[] }>;
  };
  const { contents } = await provideHover({ uri: 'x', offsetAt: () => 5 }, {});
  return contents.map(({ value }) => value);
}

beforeEach(() => {
  fakeVscode.env.language = 'en';
  fakeVscode.l10n.bundle = undefined;
});

describe('the hover of a finding', () => {
  it('says in the same line how much attention it gets', async () => {
    const [line] = (await said({}, 'It gets much.')).split('\n\n');
    expect(line).toBe('In the prompt file itself, which counts as its author’s text. It gets much.');
  });

  it('leads to the panel and to the page of the rule, analysed or not', async () => {
    for (const inWords of [undefined, 'It gets much.']) {
      const text = await said({}, inWords);
      expect(text).toContain('command:attnscope.showFinding?');
      expect(text).toContain('command:attnscope.leaveOut?');
      expect(text).toContain('command:attnscope.showRule?');
    }
  });

  it('spells hidden characters, and of what they spell no more than an excerpt', async () => {
    const kinds = [
      { codePoint: 0xe0068, name: 'TAG CHARACTER', count: 12 },
      { codePoint: 0x200b, name: 'ZERO WIDTH SPACE', count: 1 },
    ];
    const text = await said({}, undefined, [{ start: 2, end: 8, kinds, spells: 'hi AI, do…' }]);
    expect(text).toContain('Hidden here: U+E0068 TAG CHARACTER ×12, U+200B ZERO WIDTH SPACE');
    expect(text).toContain('It spells: hi AI, do…');
    expect(await said({}, undefined, [{ start: 7, end: 8, kinds, spells: null }])).not.toContain(
      'Hidden here',
    );
  });

  it('says whose words they are', async () => {
    expect(await said({})).toContain('In the prompt file itself, which counts as its author’s text.');
    expect(await said({ segment: { role: 'system', trust: 'author' } })).toContain(
      'In the words of the author',
    );
    expect(await said({ segment: { role: 'tool', trust: 'untrusted' } })).toContain('In untrusted text.');
  });

  it('says of several findings in one passage once whose words they are and what can be done', async () => {
    const inner = { ...finding, rule: 'imperative/addressed', start: 2, end: 8 };
    const parts = await partsOf([finding, inner]);
    expect(parts).toHaveLength(1);
    expect(parts[0]!.match(/In the prompt file itself/g)).toHaveLength(1);
    expect(parts[0]!.match(/command:attnscope.leaveOut/g)).toHaveLength(1);
    expect(parts[0]).toContain('[Explain override/previous-instructions]');
    expect(parts[0]).toContain('[Explain imperative/addressed]');
  });

  it('says the same once of passages that only overlap, and leaves out all of them', async () => {
    const other = { ...finding, rule: 'imperative/addressed', start: 4, end: 20 };
    const parts = await partsOf([finding, other], 'It gets much.');
    expect(parts).toHaveLength(1);
    const [text] = parts as [string];
    expect(text.match(/In the prompt file itself/g)).toHaveLength(1);
    expect(text).toContain('override/previous-instructions: It gets much.');
    expect(text).toContain('imperative/addressed: It gets much.');
    expect(argumentsOf(text, 'attnscope.showFinding')).toMatchObject([
      ['x', { rule: 'imperative/addressed', start: 4, end: 20 }],
    ]);
    expect(argumentsOf(text, 'attnscope.leaveOut')).toEqual([['x', { start: 0, end: 20 }]]);
    expect(argumentsOf(text, 'attnscope.showRule')).toEqual([
      ['override/previous-instructions'],
      ['imperative/addressed'],
    ]);
  });

  it('names the rules of passages that overlap where others speak in them', async () => {
    const segment = { role: 'tool', trust: 'untrusted' } as const;
    const parts = await partsOf([
      finding,
      { ...finding, rule: 'imperative/in-data', start: 5, end: 20, segment },
    ]);
    expect(parts.map((part) => part.split(' ')[0])).toEqual([
      '**override/previous-instructions**',
      '**imperative/in-data**',
    ]);
  });
});

/** The arguments of each link to a command. */
function argumentsOf(text: string, command: string): unknown[] {
  const links = text.matchAll(new RegExp(`command:${command}\\?([^)]+)\\)`, 'g'));
  return [...links].map(([, args]) => JSON.parse(decodeURIComponent(args!)) as unknown);
}
