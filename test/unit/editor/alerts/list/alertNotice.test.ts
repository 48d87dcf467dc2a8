import { beforeEach, expect, it, vi } from 'vitest';
import { alertSample } from '../../../alerts/alertSample';
import { fakeVscode } from '../../fakeVscode';

const answers: ((answer: string | undefined) => void)[] = [];
const shown = vi.fn(
  (..._said: string[]) => new Promise<string | undefined>((resolve) => void answers.push(resolve)),
);
const window = { ...fakeVscode.window, showInformationMessage: shown };
const Uri = { parse: (text: string) => ({ path: new URL(text).pathname }) };
/** Values of the person and of the workspace, by the number of the target that they are written to. */
const set: Record<number, boolean | undefined> = {};
const ConfigurationTarget = { Global: 1, Workspace: 2 };
const workspace = {
  ...fakeVscode.workspace,
  getConfiguration: () => ({
    get: () => set[2] ?? set[1],
    inspect: () => ({ workspaceValue: set[2] }),
    update: async (_: string, value: boolean, target: number) => void (set[target] = value),
  }),
};
vi.mock('vscode', () => ({ ...fakeVscode, window, Uri, workspace, ConfigurationTarget }));

const { AlertNotice } = await import('../../../../../src/editor/alerts/list/alertNotice');

const opened = vi.fn();
const settled = () => new Promise((done) => setImmediate(done));

beforeEach(() => {
  set[1] = set[2] = undefined;
  answers.length = 0;
  shown.mockClear();
  opened.mockClear();
});

it('tells of one alert at a time, by the name of its input and why, never of its text', async () => {
  const notice = new AlertNotice(opened);
  const alert = alertSample({
    text: 'the payload',
    input: { ...alertSample().input, uri: 'file:///a/mail.txt' },
  });
  void notice.tell(alert, 'Because.');
  void notice.tell(alertSample({ id: 'second' }), 'Because.');
  expect(shown).toHaveBeenCalledTimes(1);
  expect(shown.mock.calls[0]![0]).toBe('mail.txt, line 17 is read unlike normal prompts. Because.');
  answers[0]!(undefined);
  await settled();
  void notice.tell(alertSample({ id: 'third' }), 'Because.');
  expect(shown).toHaveBeenCalledTimes(2);
});

it('leads to the cause where that is asked for', async () => {
  const notice = new AlertNotice(opened);
  const alert = alertSample();
  void notice.tell(alert, '');
  answers[0]!('Show the Cause');
  await settled();
  expect(opened).toHaveBeenCalledWith(alert);
});

it.each([
  { where: 'of the person', before: undefined, target: 1 },
  { where: 'of the workspace, where it has one of its own', before: true, target: 2 },
])('is quiet from when that is asked for, by the setting $where, until that is set back', async (at) => {
  set[2] = at.before;
  const notice = new AlertNotice(opened);
  void notice.tell(alertSample(), '');
  answers[0]!('Don’t Show Again');
  await settled();
  expect(set[at.target]).toBe(false);
  void notice.tell(alertSample({ id: 'second' }), '');
  expect(shown).toHaveBeenCalledTimes(1);
  set[at.target] = true;
  void notice.tell(alertSample({ id: 'third' }), '');
  expect(shown).toHaveBeenCalledTimes(2);
});
