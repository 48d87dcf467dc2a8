import * as vscode from 'vscode';
import { rulePage } from '../../detection/rules/rule';

/** Shows the page of a rule; its argument is the rule. */
export const SHOW_RULE = 'attnscope.showRule';

/** The page of a rule: it comes with the extension. */
export const pageOf = (extension: vscode.Uri, rule: string): vscode.Uri =>
  vscode.Uri.joinPath(extension, rulePage(rule));

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
