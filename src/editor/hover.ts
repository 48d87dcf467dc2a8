import * as vscode from 'vscode';
import { rulePage } from '../detection/rule';
import type { Finding } from '../protocol/finding';
import type { Scans } from './scans';

/**
 * Says of each finding under the pointer in whose words it stands and where to read on. Why it
 * matters and what to do stand in the diagnostic, which VS Code shows in the same hover.
 */
export function registerHover(scans: Scans, extension: vscode.Uri): vscode.Disposable {
  return vscode.languages.registerHoverProvider('*', {
    provideHover(document, position) {
      const offset = document.offsetAt(position);
      const findings = scans.current(document)?.findings ?? [];
      const here = findings.filter(
        ({ start, end, suppressed }) => !suppressed && start <= offset && offset <= end,
      );
      if (here.length === 0) return undefined;
      return new vscode.Hover(here.map((finding) => describe(finding, extension)));
    },
  });
}

function describe({ rule, segment }: Finding, extension: vscode.Uri): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.isTrusted = { enabledCommands: ['markdown.showPreview'] };
  text.appendText(`${SPEAKERS[segment.trust]()}\n`);
  const page = vscode.Uri.joinPath(extension, rulePage(rule));
  const link = vscode.Uri.parse(`command:markdown.showPreview?${encodeURIComponent(JSON.stringify([page]))}`);
  text.appendMarkdown(`[${vscode.l10n.t('About this rule')}](${link.toString()})`);
  return text;
}

const SPEAKERS: Record<Finding['segment']['trust'], () => string> = {
  author: () => vscode.l10n.t('In the words of the author of this prompt.'),
  user: () => vscode.l10n.t('In a message of the user.'),
  untrusted: () => vscode.l10n.t('In text that is not to be trusted: retrieved, from a tool, or filled in.'),
};
