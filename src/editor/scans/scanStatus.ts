import * as vscode from 'vscode';
import type { Decided, WrongSettings } from '../../protocol/borders/scanner';
import { DisposableStore } from '../disposable';
import { onSettingsChange, readSettings } from '../settings/readSettings';
import { inDigits } from '../translated';
import { whyUnchecked, type Unchecked } from './checkedDocuments';
import { SETTINGS_FILE, type FolderDecisions } from './folderDecisions';
import type { Scans } from './scans';

/**
 * Tells of the active document, in the language status, how many findings it has, whether all of it was
 * checked, and where it could not be, or a setting leaves it out: why, and what to do. In few words: VS Code shows them on
 * one line of some 60 characters, the click behind them.
 */
export function registerScanStatus(
  scans: Scans,
  decisions: Pick<FolderDecisions, 'of' | 'wrongOf' | 'onDidLearn'>,
): vscode.Disposable {
  const store = new DisposableStore();
  const item = store.add(vscode.languages.createLanguageStatusItem('attnscope.scan', []));
  item.name = 'Attnscope';
  const update = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const status = document && statusOf(document, scans, decisions);
    item.selector = status ? { language: document.languageId } : [];
    if (!status) return;
    item.text = `Attnscope: ${status.text}`;
    item.severity = status.severity ?? vscode.LanguageStatusSeverity.Information;
    item.detail = status.detail;
    item.command = status.command;
  };
  store.add(vscode.window.onDidChangeActiveTextEditor(update));
  const updateFor = (document: vscode.TextDocument): void => {
    if (document === vscode.window.activeTextEditor?.document) update();
  };
  store.add(scans.onDidChange(updateFor));
  store.add(decisions.onDidLearn(updateFor));
  // A document of another language is reopened.
  store.add(vscode.workspace.onDidOpenTextDocument(updateFor));
  store.add(onSettingsChange((changed) => changed.has('scan') && update()));
  update();
  return store;
}

type Status = Partial<Pick<vscode.LanguageStatusItem, 'severity' | 'detail' | 'command'>> & { text: string };

/** What is known of a document; nothing where nobody wrote it, or it was edited since it was scanned. */
function statusOf(
  document: vscode.TextDocument,
  scans: Scans,
  decisions: Pick<FolderDecisions, 'of' | 'wrongOf'>,
): Status | undefined {
  const failure = scans.failure(document);
  const wrong = decisions.wrongOf(document);
  if (failure !== undefined && wrong) return wrongSettings(wrong);
  if (failure !== undefined) {
    return {
      text: vscode.l10n.t('Not scanned'),
      severity: vscode.LanguageStatusSeverity.Error,
      detail: failure,
      command: { title: vscode.l10n.t('Scan again'), command: 'attnscope.scan' },
    };
  }
  const scan = scans.current(document);
  if (!scan) return leftOut(document, decisions.of(document));
  const count = scan.findings.filter(({ suppressed }) => !suppressed).length;
  const text = count === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', inDigits(count));
  const suppressed = scan.findings.length - count;
  if (!scan.cut)
    return { text, ...(suppressed > 0 && { detail: vscode.l10n.t('{0} suppressed', inDigits(suppressed)) }) };
  const severity = vscode.LanguageStatusSeverity.Warning;
  if (scan.cut.by === 'time') {
    const { line } = document.positionAt(scan.checkedLength);
    return {
      text,
      severity,
      detail: vscode.l10n.t('Checked up to line {0} in {1} ms.', line + 1, inDigits(scan.cut.budgetMs)),
      command: openSetting(vscode.l10n.t('Change'), 'attnscope.scan.timeBudget'),
    };
  }
  return {
    text,
    severity,
    detail: vscode.l10n.t('Checked: the first {0} characters.', inDigits(scan.checkedLength)),
    command: openSetting(vscode.l10n.t('Change'), 'attnscope.scan.maxLength'),
  };
}

/** Settings that cannot be used stop the scan; the click leads to the place that is wrong. */
function wrongSettings({ file, problems: [first] }: WrongSettings): Status {
  const { line, column } = first ?? { line: 1, column: 1 };
  const at = new vscode.Position(line - 1, column - 1);
  const name = file.split(/[\\/]/).at(-1)!;
  return {
    text: vscode.l10n.t('Not scanned'),
    severity: vscode.LanguageStatusSeverity.Error,
    detail: vscode.l10n.t('Line {0} of {1} is wrong.', line, name),
    command: {
      title: vscode.l10n.t('Open'),
      command: 'vscode.open',
      arguments: [vscode.Uri.file(file), { selection: new vscode.Range(at, at) }],
    },
  };
}

/** A document that is left out is not to look like one without findings. */
function leftOut(document: vscode.TextDocument, decided: Decided | null | undefined): Status | undefined {
  const reason = whyUnchecked(document, readSettings(document.uri), decided);
  if (reason === undefined || reason === 'not-written') return undefined;
  // Nobody expects a scan of what says how to scan.
  if (document.uri.path.endsWith(`/${SETTINGS_FILE}`)) return undefined;
  if (reason === 'not-a-prompt') return noPrompt(document);
  return {
    text: vscode.l10n.t('Not scanned'),
    severity: vscode.LanguageStatusSeverity.Warning,
    ...bySetting(reason, decided?.by),
  };
}

/** Which setting leaves a document out, and a click that opens it. */
function bySetting(
  reason: Exclude<Unchecked, 'not-written' | 'not-a-prompt'>,
  settingsFile: string | undefined,
): Pick<Status, 'detail' | 'command'> {
  const title = vscode.l10n.t('Open');
  if (reason === 'excluded-in-folder' && settingsFile !== undefined)
    return {
      detail: vscode.l10n.t('Excluded by {0}.', SETTINGS_FILE),
      command: { title, command: 'vscode.open', arguments: [vscode.Uri.file(settingsFile)] },
    };
  return reason === 'paused'
    ? {
        detail: vscode.l10n.t('Paused by a setting.'),
        command: openSetting(title, 'attnscope.scan.paused'),
      }
    : {
        detail: vscode.l10n.t('Excluded by a setting.'),
        command: openSetting(title, 'attnscope.scan.exclude'),
      };
}

/** What is no prompt by its name or language may still be one: a click has it scanned from now on. */
function noPrompt({ uri }: vscode.TextDocument): Status {
  const hasName = uri.scheme !== 'untitled' && uri.scheme !== 'vscode-notebook-cell';
  const title = vscode.l10n.t('Scan this file');
  return {
    text: vscode.l10n.t('Not scanned'),
    detail: vscode.l10n.t('No prompt by name or language.'),
    command: hasName
      ? { title, command: 'attnscope.includeFile', arguments: [uri] }
      : { title, command: 'attnscope.scan' },
  };
}

function openSetting(title: string, setting: string): vscode.Command {
  return { title, command: 'workbench.action.openSettings', arguments: [setting] };
}
