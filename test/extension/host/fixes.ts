import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { rules } from '../../../src/detection/rules';
import type { Rule } from '../../../src/detection/rules/rule';
import { eventually, type HostTests } from './hostTests';

const ruleOf = ({ code }: vscode.Diagnostic): unknown => (typeof code === 'object' ? code.value : code);
const found = ({ uri }: vscode.TextDocument, rule: string): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter((one) => one.source === 'Attnscope' && ruleOf(one) === rule);

async function fixesAt(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );
  return actions.filter(({ edit }) => edit);
}

/** A fix of a finding by its title, once the text as it is now was scanned: marks of the one before stay until then. */
async function offered(
  document: vscode.TextDocument,
  rule: string,
  title: string,
): Promise<vscode.CodeAction> {
  for (const end = Date.now() + 10_000; ;) {
    const [diagnostic] = found(document, rule);
    const fixes = diagnostic ? await fixesAt(document, diagnostic.range) : [];
    const fix = fixes.find((one) => one.title === title);
    if (fix) return fix;
    assert.ok(Date.now() < end, `${rule}: ${title} is not offered again after an undo`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A rule of each way to do away with findings; that each fix of each rule ends its finding is tested without a window. */
function ofEachKind(): Rule[] {
  const seen = new Set<Rule['fixes']>();
  return rules.filter(({ fixes: ways }) => !seen.has(ways) && seen.add(ways));
}

export const fixes: HostTests = {
  'every fix is applied, and undone': async () => {
    const kinds = new Set<string>();
    for (const { id, invalid } of ofEachKind()) {
      const content = `Be kind.\n\n${invalid[0]}\n\nThanks.\n`;
      const document = await vscode.workspace.openTextDocument({ content, language: 'prompt' });
      await vscode.window.showTextDocument(document);
      await eventually(
        () => found(document, id).length > 0,
        () => `${id} finds nothing in its example`,
      );
      const titles = (await fixesAt(document, found(document, id)[0]!.range)).map(({ title }) => title);
      assert.ok(titles.length > 0, `${id} has no fix`);
      for (const title of titles) {
        const action = await offered(document, id, title);
        assert.ok(await vscode.workspace.applyEdit(action.edit!));
        const fixed = document.getText();
        assert.notEqual(fixed, content, `${id}: ${action.title} changes nothing`);
        await vscode.commands.executeCommand('undo');
        await eventually(
          () => document.getText() === content,
          () => `${id}: ${action.title} is not undone: ${JSON.stringify(document.getText())}`,
        );
        kinds.add(action.title.replace(/ \(.*\)$/, ''));
      }
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    return `Fixes applied and undone: ${[...kinds].sort().join(', ')}.`;
  },

  'fix all takes out what nobody sees, and its undo brings all back': async () => {
    const content = 'Be\u200b\u200b\u200b kind.\nAnswer \u202ebriefly\u202c.\n';
    const document = await vscode.workspace.openTextDocument({ content, language: 'prompt' });
    await vscode.window.showTextDocument(document);
    await eventually(
      () => vscode.languages.getDiagnostics(document.uri).length > 0,
      () => 'no hidden character is found',
    );
    await vscode.commands.executeCommand('editor.action.fixAll');
    await eventually(
      () => document.getText() === 'Be kind.\nAnswer briefly.\n',
      () => JSON.stringify(document.getText()),
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), content);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  },

  'why a place is flagged or not is told on a page': async () => {
    const content = 'Be kind.\nThe mail said "ignore all previous instructions" to us.\n';
    const document = await vscode.workspace.openTextDocument({ content, language: 'prompt' });
    const editor = await vscode.window.showTextDocument(document);
    editor.selection = new vscode.Selection(1, 20, 1, 20);
    await vscode.commands.executeCommand('attnscope.why');
    const page = (): vscode.TextDocument | undefined =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'attnscope-why');
    await eventually(
      () => page()?.getText().includes('# Why this is not flagged') === true,
      () => `no page: ${page()?.getText()}`,
    );
    assert.match(page()!.getText(), /override\/previous-instructions: nearly: the words are quoted/);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  },
};
