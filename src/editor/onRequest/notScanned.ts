import * as vscode from 'vscode';
import { whyUnchecked } from '../scans/checkedDocuments';
import { SETTINGS_FILE, type FolderDecisions } from '../scans/folderDecisions';
import type { Scans } from '../scans/scans';
import { readSettings } from '../settings/readSettings';

/** Why nothing is marked in a document, whatever it says; nothing where it is scanned. */
export function notScanned(
  document: vscode.TextDocument,
  scans: Pick<Scans, 'current'>,
  decisions: Pick<FolderDecisions, 'of'>,
): string | undefined {
  // One that is left out may have been scanned on request.
  if (scans.current(document)) return undefined;
  switch (whyUnchecked(document, readSettings(document.uri), decisions.of(document))) {
    case undefined:
      return undefined;
    case 'excluded-in-folder':
      return vscode.l10n.t('This document is not scanned: {0} excludes it.', SETTINGS_FILE);
    case 'excluded':
      return vscode.l10n.t(
        'This document is not scanned: the setting {0} excludes it.',
        'attnscope.scan.exclude',
      );
    case 'paused':
      return vscode.l10n.t(
        'This document is not scanned: the setting {0} pauses it.',
        'attnscope.scan.paused',
      );
    case 'not-a-prompt':
      return vscode.l10n.t('This document is not scanned: it is no prompt by its name or language.');
    case 'not-written':
      return vscode.l10n.t('This document is not scanned: it cannot be edited.');
  }
}
