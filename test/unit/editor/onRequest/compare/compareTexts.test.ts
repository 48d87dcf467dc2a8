import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { AttnscopeError } from '../../../../../src/protocol/errors';
import { fakeVscode } from '../../fakeVscode';

vi.mock('vscode', async () => (await import('../../fakeVscode')).fakeVscode);

const documentNamed = (name: string) => ({
  title: name,
  text: `Text of ${name}`,
  uri: name,
  languageId: 'x',
});
const textsOf = vi.fn(async () => [documentNamed('before'), documentNamed('after')]);
vi.mock('../../../../../src/editor/onRequest/compare/textsToCompare', () => ({ textsOf }));
vi.mock('../../../../../src/editor/analysis/readTarget', () => ({
  readTarget: async () => ({ model: '/m', result: { findings: [], tokens: [] } }),
}));
vi.mock('../../../../../src/protocol/analysis', async (original) => ({
  ...(await original<object>()),
  openAnalysis: (result: unknown) => result,
}));
vi.mock('../../../../../src/analysis/comparePrompts', () => ({ comparePrompts: async () => 'compared' }));
const showComparison = vi.fn(async (..._: unknown[]) => undefined);
vi.mock('../../../../../src/editor/onRequest/compare/comparisonTab', () => ({ showComparison }));

const { compareTexts, restoreComparison } =
  await import('../../../../../src/editor/onRequest/compare/compareTexts');

const asked = { kind: 'files', before: 'file:///before.md', after: 'file:///after.md' } as const;
let kept: Map<string, unknown>;
let parts: Parameters<typeof compareTexts>[0];
const tab = () => ({ dispose: vi.fn() });
beforeEach(() => {
  vi.clearAllMocks();
  kept = new Map();
  const memento = {
    get: (key: string) => kept.get(key),
    update: async (key: string, value: unknown) => void kept.set(key, value),
  };
  parts = { reader: { inference: {} }, extension: '/ext', memento } as never;
  fakeVscode.window.withProgress = vi.fn((_options: unknown, work: (...of: unknown[]) => unknown) =>
    work({ report: () => undefined }, { onCancellationRequested: () => undefined }),
  ) as never;
});

it('what was compared is compared again in the tab that a reloaded window has kept, and its texts are not kept', async () => {
  await compareTexts(parts, asked);
  expect(JSON.stringify([...kept])).not.toContain('Text of');
  const restored = tab();
  await restoreComparison(parts, restored as never);
  expect(textsOf).toHaveBeenLastCalledWith(asked);
  expect(showComparison.mock.calls.map((call) => call[4])).toEqual([undefined, restored]);
  expect(restored.dispose).not.toHaveBeenCalled();
});

it('a tab that cannot be filled goes, and why is told', async () => {
  const unknown = tab();
  await restoreComparison(parts, unknown as never);
  expect(unknown.dispose).toHaveBeenCalled();
  await compareTexts(parts, asked);
  textsOf.mockRejectedValueOnce(new AttnscopeError('bad-input', 'The file is gone.'));
  const gone = tab();
  await expect(restoreComparison(parts, gone as never)).rejects.toThrow('The file is gone.');
  expect(gone.dispose).toHaveBeenCalled();
});

it('VS Code starts the extension for such a tab', () => {
  const root = path.resolve(import.meta.dirname, '../../../../..');
  const { activationEvents } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    activationEvents: string[];
  };
  expect(activationEvents).toContain('onWebviewPanel:attnscope.comparison');
});
