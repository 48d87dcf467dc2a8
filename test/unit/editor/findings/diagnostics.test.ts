import { expect, it, vi } from 'vitest';
import type { Scans } from '../../../../src/editor/scans/scans';
import type { Role } from '../../../../src/protocol/prompt';
import { fakeDocument } from '../fakeDocuments';
import { EventEmitter, fakeVscode } from '../fakeVscode';

vi.mock('vscode', async () => (await import('../fakeVscode')).fakeVscode);
const { registerDiagnostics } = await import('../../../../src/editor/findings/diagnostics');

it.each<[Role, string]>([
  ['input', 'An input is put in here'],
  ['tool', 'The result of a tool begins here'],
  ['data', 'Marked as data here'],
  ['system', 'The words of the prompt’s author begin here'],
])('says of text of the role %s where its trust comes from', (role, told) => {
  const document = fakeDocument('file:/x.prompt.yml', 'Also: {{question}}');
  const finding = {
    ...{ rule: 'trust/bare-input', severity: 'information', message: '', start: 6, end: 18 },
    segment: { role, trust: 'untrusted' },
    origin: { by: 'role', start: 6, end: 7 },
  };
  const changed = new EventEmitter<unknown>();
  const shown = new Map<unknown, { relatedInformation: { message: string }[] }[]>();
  fakeVscode.languages.createDiagnosticCollection.mockReturnValue(
    Object.assign(shown, { dispose: () => undefined }),
  );
  const scans = { onDidChange: changed.event, current: () => ({ findings: [finding] }) };
  registerDiagnostics(scans as unknown as Scans, 'extension' as never);
  changed.fire(document);
  expect(shown.get(document.uri)![0]!.relatedInformation[0]!.message).toContain(told);
});
