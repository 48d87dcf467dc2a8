import { expect, it, vi } from 'vitest';
import { createL10n } from '../../../../../src/describe/l10n';
import type { Diagnosis } from '../../../../../src/protocol/requests/doctor';

vi.mock('vscode', async () => (await import('../../fakeVscode')).fakeVscode);
const { diagnosisPage } = await import('../../../../../src/editor/onRequest/doctor/diagnosisPage');

const refused: Diagnosis = {
  schemaVersion: 1,
  name: '![pixel](https://example.org/x) $1$',
  path: '/models/x.onnx',
  kind: 'onnx',
  otherGraphs: [],
  bytes: 1_000_000,
  sha256: null,
  producer: '[click](command:x)\n# heading',
  opsets: {},
  types: [],
  inputs: [],
  layers: [],
  checks: [],
  otherSoftmaxes: [],
  states: false,
  tokenizer: false,
  chatTemplate: false,
  contextLength: null,
  problem: 'It has no attention. Choose *another* model.',
};

it('a refusal stands first, with what to do', () => {
  const lines = diagnosisPage(refused, createL10n('en', {})).split('\n');
  expect(lines[2]).toBe('**No prompt can be read with this model\\.**');
  expect(lines[4]).toBe('It has no attention\\. Choose \\*another\\* model\\.');
});

it('what a file says of itself is never markup', () => {
  const page = diagnosisPage(refused, createL10n('en', {}));
  const own = page.replace(/^(#+ |- \*\*|---$|\*\*)/gm, '').replace(/\*\*: |\*\*$/gm, '');
  // Of a character that marks something up, each has a backslash before it; line breaks are gone.
  expect(own.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[!-/:-@[-`{-~]/);
  expect(page).not.toContain('\n# heading');
});
