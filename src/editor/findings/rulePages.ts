import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { rulePage } from '../../detection/rules/rule';

/** Shows the page of a rule; its argument is the rule. */
export const SHOW_RULE = 'attnscope.showRule';

/** Says what rules of a workspace's own are. */
const OWN_RULES_PAGE = 'docs/config.md';

/** The page of a rule, which comes with the extension; that of a rule of a workspace's own is about such rules. */
export function pageOf(extension: vscode.Uri, rule: string): vscode.Uri {
  const page = vscode.Uri.joinPath(extension, rulePage(rule));
  return existsSync(page.fsPath) ? page : vscode.Uri.joinPath(extension, OWN_RULES_PAGE);
}

/** Opens pages in a Markdown preview of their own, which no other preview takes the place of. */
export function registerRulePages(extension: vscode.Uri): vscode.Disposable {
  return vscode.commands.registerCommand(SHOW_RULE, (rule: string) =>
    vscode.commands.executeCommand(
      'vscode.openWith',
      pageOf(extension, rule),
      'vscode.markdown.preview.editor',
      { preview: false },
    ),
  );
}
