import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { fakeVscode } from '../fakeVscode';

vi.mock('vscode', async () => (await import('../fakeVscode')).fakeVscode);
const { pageOf } = await import('../../../../src/editor/findings/rulePages');

const ROOT = path.resolve(import.meta.dirname, '../../../..');
vi.spyOn(fakeVscode.Uri, 'joinPath').mockImplementation(
  (...parts) => ({ fsPath: parts.join('/') }) as unknown as string,
);

it.each([
  ['leak/hidden-prompt', 'docs/rules/leak/hidden-prompt.md'],
  ['model/planted-instruction', 'docs/rules/model/planted-instruction.md'],
  ['team/internal-host', 'docs/config.md'],
])('the page of %s is there: %s', (rule, page) => {
  expect(pageOf(ROOT as never, rule).fsPath).toBe(`${ROOT}/${page}`);
});
