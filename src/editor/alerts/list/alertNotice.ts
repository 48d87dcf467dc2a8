import * as vscode from 'vscode';
import type { Alert } from '../../../protocol/measured/alert';
import { inputName } from './alertTree';

const KEY = 'attnscope.alerts.quiet';

/** Tells of alerts, one notification at a time, until the person wants no more. */
export class AlertNotice {
  private isOpen = false;

  constructor(
    private readonly memento: vscode.Memento,
    private readonly open: (alert: Alert) => unknown,
  ) {}

  /** Tells of an alert and why there is one; of none while another is told of. */
  async tell(alert: Alert, why: string): Promise<void> {
    if (this.isOpen || this.memento.get<boolean>(KEY)) return;
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
      else if (answer === quiet) await this.memento.update(KEY, true);
    } finally {
      this.isOpen = false;
    }
  }
}
