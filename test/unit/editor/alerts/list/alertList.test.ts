import { expect, it, vi } from 'vitest';
import { alertSample } from '../../../alerts/alertSample';

vi.mock('vscode', async () => (await import('../../fakeVscode')).fakeVscode);

const { AlertList, MOST_LISTED } = await import('../../../../../src/editor/alerts/list/alertList');

const alerts = (...ids: string[]) => ids.map((id) => alertSample({ id }));

it('counts what came since somebody looked, but not what was there before the window opened', () => {
  const list = new AlertList();
  expect(list.isRead).toBe(false);
  list.set(alerts('b', 'a'));
  expect([list.isRead, list.unseen]).toEqual([true, 0]);
  list.add(alertSample({ id: 'c' }));
  // The log is read again, with it and another that a process elsewhere wrote.
  list.set(alerts('d', 'c', 'b', 'a'));
  expect(list.unseen).toBe(2);
  list.see();
  expect(list.unseen).toBe(0);
});

it('lists an alert once, the newest first, and no more than it should', () => {
  const list = new AlertList();
  const told = vi.fn();
  list.onDidChange(told);
  for (let at = 0; at < MOST_LISTED + 5; at++) list.add(alertSample({ id: `a${at}` }));
  list.add(alertSample({ id: 'a9' }));
  expect(told).toHaveBeenCalledTimes(MOST_LISTED + 5);
  expect(list.alerts).toHaveLength(MOST_LISTED);
  expect(list.alerts[0]!.id).toBe(`a${MOST_LISTED + 4}`);
  list.clear();
  expect([list.alerts, list.unseen]).toEqual([[], 0]);
});
