import type * as vscode from 'vscode';
import { beforeEach, expect, it, vi } from 'vitest';
import { alertSample } from '../../../alerts/alertSample';
import { fakeVscode } from '../../fakeVscode';

const answers: ((answer: string | undefined) => void)[] = [];
const shown = vi.fn(
  (..._said: string[]) => new Promise<string | undefined>((resolve) => void answers.push(resolve)),
);
const window = { ...fakeVscode.window, showInformationMessage: shown };
const Uri = { parse: (text: string) => ({ path: new URL(text).pathname }) };
vi.mock('vscode', () => ({ ...fakeVscode, window, Uri }));

const { AlertNotice } = await import('../../../../../src/editor/alerts/list/alertNotice');

const kept = new Map<string, unknown>();
const memento = {
  get: (key: string) => kept.get(key),
  update: async (key: string, value: unknown) => void kept.set(key, value),
} as unknown as vscode.Memento;
const opened = vi.fn();
const settled = () => new Promise((done) => setImmediate(done));

beforeEach(() => {
  kept.clear();
  answers.length = 0;
  shown.mockClear();
  opened.mockClear();
});

it('tells of one alert at a time, by the name of its input and why, never of its text', async () => {
  const notice = new AlertNotice(memento, opened);
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
  const notice = new AlertNotice(memento, opened);
  const alert = alertSample();
  void notice.tell(alert, '');
  answers[0]!('Show the Cause');
  await settled();
  expect(opened).toHaveBeenCalledWith(alert);
});

it('is quiet from when that is asked for, in other windows of the workspace too', async () => {
  const notice = new AlertNotice(memento, opened);
  void notice.tell(alertSample(), '');
  answers[0]!('Don’t Show Again');
  await settled();
  void notice.tell(alertSample({ id: 'second' }), '');
  void new AlertNotice(memento, opened).tell(alertSample({ id: 'third' }), '');
  expect(shown).toHaveBeenCalledTimes(1);
});
