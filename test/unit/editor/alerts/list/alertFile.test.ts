import { beforeEach, expect, it, vi } from 'vitest';
import type { Alert } from '../../../../../src/protocol/measured/alert';
import { alertSample } from '../../../alerts/alertSample';
import { EventEmitter, fakeVscode } from '../../fakeVscode';

/** What a reading of the log gives, once the test says so. */
type Read = { alerts: Alert[]; bad: string[] };
const readings: ((read: Read) => void)[] = [];

vi.mock('vscode', async () => (await import('../../fakeVscode')).fakeVscode);
vi.mock('../../../../../src/editor/alerts/list/listAlerts', () => ({
  listAlerts: () => new Promise<Read>((resolve) => readings.push(resolve)),
}));
vi.mock('../../../../../src/editor/alerts/alertSettings', () => ({ logOf: () => '/logs/alerts.jsonl' }));

const { AlertFile } = await import('../../../../../src/editor/alerts/list/alertFile');
const { AlertList } = await import('../../../../../src/editor/alerts/list/alertList');

const read = (...ids: string[]): Read => ({ alerts: ids.map((id) => alertSample({ id })), bad: [] });
const reading = (at: number) => vi.waitFor(() => expect(readings[at]).toBeDefined());

let written: EventEmitter<void>;
let list: InstanceType<typeof AlertList>;
let file: InstanceType<typeof AlertFile>;
beforeEach(() => {
  readings.length = 0;
  written = new EventEmitter<void>();
  const Uri = { ...fakeVscode.Uri, file: (path: string) => path };
  Object.assign(fakeVscode, { Uri, RelativePattern: class {} });
  Object.assign(fakeVscode.workspace, {
    createFileSystemWatcher: () => ({
      onDidChange: written.event,
      onDidCreate: written.event,
      dispose: () => undefined,
    }),
  });
  list = new AlertList();
  file = new AlertFile(list, {} as never, { get: () => undefined } as never, { warn: vi.fn() } as never);
});
const ids = () => list.alerts.map(({ id }) => id);

it('an alert that is written while the log is read for the first time is listed after it', async () => {
  const first = file.readOnce();
  await reading(0);
  written.fire();
  readings[0]!(read());
  await first;
  expect(ids()).toEqual([]);
  await reading(1);
  readings[1]!(read('a'));
  await vi.waitFor(() => expect(ids()).toEqual(['a']));
});

it('what was read first is not listed last', async () => {
  const first = file.read();
  const second = file.read();
  await reading(0);
  // The second reading ends first, where both go on at once.
  readings[1]?.(read('b', 'a'));
  readings[0]!(read('a'));
  await first;
  await reading(1);
  readings[1]!(read('b', 'a'));
  await second;
  expect(ids()).toEqual(['b', 'a']);
});
