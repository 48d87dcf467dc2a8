import * as vscode from 'vscode';
import type { Alert } from '../../../protocol/measured/alert';
import { readSettings } from '../../settings/readSettings';
import { inputName } from './alertTree';

const SETTING = 'attnscope.monitor.notify';

/** Tells of alerts, one notification at a time, where the settings want that. */
export class AlertNotice {
  private isOpen = false;

  constructor(private readonly open: (alert: Alert) => unknown) {}

  /** Tells of an alert and why there is one; of none while another is told of. */
  async tell(alert: Alert, why: string): Promise<void> {
    if (this.isOpen || !readSettings().monitor.notify) return;
    this.isOpen = true;
    const show = vscode.l10n.t('Show the Cause');
    const quiet = vscode.l10n.t('Don’t Show Again');
    try {
      const answer = await vscode.window.showInformationMessage(
        vscode.l10n.t('{0} is read unlike normal prompts. {1}', inputName(alert), why),
        show,
        quiet,
      );
      if (answer === show) this.open(alert);
      else if (answer === quiet) await tellNoMore();
    } finally {
      this.isOpen = false;
    }
  }
}

/** Turns the setting off, where it holds: the workspace's own goes before the person's. */
async function tellNoMore(): Promise<void> {
  const configuration = vscode.workspace.getConfiguration();
  const { Global, Workspace } = vscode.ConfigurationTarget;
  const isOfWorkspace = configuration.inspect(SETTING)?.workspaceValue !== undefined;
  await configuration.update(SETTING, false, isOfWorkspace ? Workspace : Global);
}
