import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { AttnscopeError, fromWireError, toWireError } from '../../../src/protocol/errors';
import { WireError } from '../../../src/protocol/borders/wireError';
import { readGraph } from '../../../src/model/onnx/readGraph';
import { notForChat } from '../../../src/model/tokens/templateErrors';
import { fitContext } from '../../../src/inference/worker/run/fitContext';
import { fakeVscode } from './fakeVscode';

vi.mock('vscode', async () => (await import('./fakeVscode')).fakeVscode);
const { translated } = await import('../../../src/editor/translated');

/** What is thrown for a prompt of some tokens where 64 fit. */
function tooLong(tokens = 90): unknown {
  try {
    return fitContext(Array(tokens).fill(0), { contextLength: 64, exact: false }, 'refuse');
  } catch (error) {
    return error;
  }
}

/** An error as it comes out of another process, as JSON does. */
const sent = (error: unknown): AttnscopeError =>
  fromWireError(WireError.parse(JSON.parse(JSON.stringify(toWireError(error)))));

const told = (error: unknown): string => translated(toWireError(error)).message;

afterEach(() => {
  fakeVscode.l10n.bundle = undefined;
  fakeVscode.env.language = 'en';
});

it('an error of the inference process is told in the language of VS Code', () => {
  const file = path.resolve(import.meta.dirname, '../../../l10n/bundle.l10n.de.json');
  fakeVscode.l10n.bundle = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  expect(told(sent(tooLong()))).toBe(
    'Der Prompt hat 90 Token; das Modell liest höchstens 64. Kürzen Sie ihn um 26 Token, oder wählen Sie einen Teil davon aus.',
  );
});

it('numbers are written as the language writes them', () => {
  expect(told(sent(tooLong(12_245)))).toMatch(/^The prompt has 12,245 tokens; .* by 12,181 tokens/);
  fakeVscode.l10n.bundle = { 'Be kind.': 'Seien Sie nett.' };
  fakeVscode.env.language = 'de';
  expect(told(sent(tooLong(12_245)))).toContain('12.245 tokens');
});

it('the terminal reads it in English, and so does an editor without translations', () => {
  const english =
    'The prompt has 90 tokens; the model reads at most 64. Shorten it by 26 tokens, or select a part of it.';
  expect(sent(tooLong()).message).toBe(english);
  expect(told(sent(tooLong()))).toBe(english);
});

it('an error that has no sentences is told as it is', () => {
  fakeVscode.l10n.bundle = {};
  expect(told(sent(new AttnscopeError('bad-model', 'The file {name} is no model.')))).toBe(
    'The file {name} is no model.',
  );
});

it('why a model cannot be read is told in the language of VS Code too', () => {
  const file = path.resolve(import.meta.dirname, '../../../l10n/bundle.l10n.de.json');
  fakeVscode.l10n.bundle = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  fakeVscode.env.language = 'de';
  const refused = (read: () => unknown): string => {
    try {
      read();
    } catch (error) {
      return told(sent(error));
    }
    throw new Error('It was read.');
  };
  expect(refused(() => readGraph(new Uint8Array()))).toMatch(/^Die Modelldatei lässt sich nicht lesen: /);
  expect(told(sent(notForChat(new Error('no roles'))))).toMatch(
    /^Die Vorlage des Modells ist nicht für Chats: .* Ihr Grund: no roles\. Lassen Sie /,
  );
});
