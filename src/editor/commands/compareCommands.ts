import * as vscode from 'vscode';
import { COMPARISON_TAB } from '../onRequest/compare/askedComparison';
import type { ComparingParts } from '../onRequest/compare/compareTexts';
import { onRequest, type RegisterCommand } from './registerCommand';

/** Registers the commands that show what changed between two prompts, and the tab for a window that is reloaded. */
export function registerComparing(command: RegisterCommand, parts: ComparingParts): vscode.Disposable {
  command('attnscope.compareFiles', async ({ compareTexts, filesMeant }, argument, selected) => {
    const asked = await filesMeant(argument, selected);
    if (asked) await compareTexts(parts, asked);
  });
  command('attnscope.compareWithSaved', async ({ compareTexts, documentMeant }, argument) => {
    const { uri } = await documentMeant(argument);
    await compareTexts(parts, { kind: 'saved', document: uri.toString() });
  });
  command(
    'attnscope.compareWithRevision',
    async ({ compareTexts, documentMeant, revisionMeant }, argument, more) => {
      // From the timeline comes an item and the file; from other places the file.
      const document = await documentMeant(argument instanceof Object && 'ref' in argument ? more : argument);
      const asked = await revisionMeant(document, argument);
      if (asked) await compareTexts(parts, asked);
    },
  );
  return vscode.window.registerWebviewPanelSerializer(COMPARISON_TAB, {
    // The window does not wait for the model.
    deserializeWebviewPanel: async (tab: vscode.WebviewPanel) =>
      void onRequest(({ restoreComparison }) => restoreComparison(parts, tab)),
  });
}
