import { beforeEach, expect, it, vi } from 'vitest';
import type { WrongSettings } from '../../../../src/protocol/borders/scanner';
import { EventEmitter, fakeVscode } from '../fakeVscode';

vi.mock('vscode', async () => (await import('../fakeVscode')).fakeVscode);
const { registerSettingsProblems } = await import('../../../../src/editor/scans/settingsProblems');

const FILE = '/repo/.attnscope.json';
const shown = new Map<string, { message: string; range: { start: object }; severity: number }[]>();
const learnt = new EventEmitter<never>();
const forgotten = new EventEmitter<void>();
let wrong: WrongSettings[];

beforeEach(() => {
  shown.clear();
  fakeVscode.languages.createDiagnosticCollection.mockReturnValue(
    Object.assign(shown, { dispose: () => undefined }),
  );
  const problem = { line: 12, column: 17, endLine: 12, endColumn: 30, message: 'The rule finds nothing.' };
  wrong = [{ file: FILE, problems: [problem], bySchema: false }];
  registerSettingsProblems({
    get wrong() {
      return wrong;
    },
    onDidLearn: learnt.event,
    onDidForget: forgotten.event,
  });
});

it('what is wrong in settings is listed at its line, until they are read anew', () => {
  learnt.fire(undefined as never);
  const { Error } = fakeVscode.DiagnosticSeverity;
  const expected = { message: 'The rule finds nothing.', severity: Error, source: 'Attnscope' };
  expect(shown.get(FILE)).toMatchObject([{ ...expected, range: { start: { line: 11, character: 16 } } }]);
  wrong = [];
  forgotten.fire();
  expect(shown.size).toBe(0);
});

it('what VS Code shows by the schema of the file is not listed twice', () => {
  wrong[0]!.bySchema = true;
  learnt.fire(undefined as never);
  expect(shown.size).toBe(0);
});
