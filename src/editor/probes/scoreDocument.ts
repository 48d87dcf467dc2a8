import type * as vscode from 'vscode';
import type { FixableFinding } from '../../protocol/fix';
import type { Reader } from '../analysis/readTarget';
import { onDisk } from '../documents/onDisk';
import { isServed } from '../../protocol/text/servedAddress';
import { modelOf } from '../model/modelOf';
import { readSettings } from '../settings/readSettings';
import type { Finding } from '../../protocol/finding';

/** What is known of a document besides its words. */
function sourceOf({ readAs }: Reader, document: vscode.TextDocument) {
  const { uri, languageId } = document;
  const untrusted = readSettings(uri).scan.untrustedSeverity;
  const read = { trust: readAs.trustOf(uri), as: readAs.of(uri), disk: onDisk(uri) };
  return { text: document.getText(), path: uri.path, languageId, untrusted, ...read };
}

/** What the model of the settings warns of in a document; read in the thread for that, scored in the model's process. */
export async function scoreDocument(
  reader: Reader,
  document: vscode.TextDocument,
  signal: AbortSignal,
): Promise<FixableFinding[]> {
  const model = modelOf(document.uri, reader.bundledModel);
  // A server gives no states, and nothing is sent to it while a text is only written.
  if (isServed(model)) return [];
  // Evaluated on the first request, so that VS Code starts without it.
  const { scorePrompt } = await import('../analysis/analysisProgram');
  const source = sourceOf(reader, document);
  const request = {
    text: source.text,
    model,
    untrusted: source.untrusted,
    read: () => reader.scanner.read(source, signal),
  };
  // A pass is short, and ended half way it would take the process and all that it keeps along.
  const findings = await scorePrompt(reader.inference, request, { signal, letRun: true });
  return fixable(reader, document, findings);
}

/** Findings of a model with the ways to do away with them. */
export async function fixable(
  reader: Reader,
  document: vscode.TextDocument,
  findings: Finding[],
): Promise<FixableFinding[]> {
  if (findings.length === 0) return [];
  return (await reader.scanner.fix({ ...sourceOf(reader, document), findings })).findings;
}
