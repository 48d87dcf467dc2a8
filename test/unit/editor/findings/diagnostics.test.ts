import { expect, it, vi } from 'vitest';
import type { Scans } from '../../../../src/editor/scans/scans';
import type { Role } from '../../../../src/protocol/prompt';
import { fakeDocument } from '../fakeDocuments';
import { EventEmitter, fakeVscode } from '../fakeVscode';

vi.mock('vscode', async () => (await import('../fakeVscode')).fakeVscode);
const { registerDiagnostics } = await import('../../../../src/editor/findings/diagnostics');

/** What is related to a finding in a document, whose trust comes from `origin`. */
function relatedOf(origin: object, segment: object = { role: 'data', trust: 'untrusted' }) {
  const document = fakeDocument('file:/x.prompt.yml', 'Also: {{question}}');
  const finding = {
    ...{ rule: 'trust/bare-input', severity: 'information', message: '', start: 6, end: 18 },
    ...{ segment, origin },
  };
  const changed = new EventEmitter<unknown>();
  const shown = new Map<unknown, { relatedInformation: { message: string; location: unknown }[] }[]>();
  fakeVscode.languages.createDiagnosticCollection.mockReturnValue(
    Object.assign(shown, { dispose: () => undefined }),
  );
  const scans = { onDidChange: changed.event, current: () => ({ findings: [finding] }) };
  registerDiagnostics(scans as unknown as Scans, 'extension' as never);
  changed.fire(document);
  return shown.get(document.uri)![0]!.relatedInformation;
}

it.each<[Role, string]>([
  ['input', 'An input is put in here'],
  ['tool', 'The result of a tool begins here'],
  ['data', 'Marked as data here'],
  ['system', 'The words of the prompt’s author begin here'],
])('says of text of the role %s where its trust comes from', (role, told) => {
  const [one] = relatedOf({ by: 'role', start: 6, end: 7 }, { role, trust: 'untrusted' });
  expect(one!.message).toContain(told);
});

it('leads to the line of the settings that call the whole text a stranger’s', () => {
  const at = { file: '/a/.attnscope.json', line: 3, column: 17, endLine: 3, endColumn: 27 };
  const [setting] = relatedOf({ by: 'setting', at });
  expect(setting).toMatchObject({
    message: 'A setting says that this whole text is untrusted data.',
    location: { uri: at.file, range: { start: { line: 2, character: 16 }, end: { line: 2, character: 26 } } },
  });
  const [request] = relatedOf({ by: 'request' });
  expect(request!.message).toBe('You told Attnscope to treat this whole text as untrusted data.');
});
