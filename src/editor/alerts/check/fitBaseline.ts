import * as vscode from 'vscode';
import { measurePrompt } from '../../../analysis/measurePrompt';
import { inputHash, wholePrompt } from '../../../analysis/monitoredPrompt';
import { addInput, emptyBaseline, KEEP } from '../../../monitor/baseline';
import { FEWEST_REFERENCE } from '../../../monitor/monitor';
import type { Inference } from '../../../protocol/borders/inference';
import { toWireError } from '../../../protocol/errors';
import type { MonitorBaseline } from '../../../protocol/measured/monitor';
import { onDisk } from '../../documents/onDisk';
import { modelOf } from '../../model/modelOf';
import type { Scanner } from '../../scanner/scanner';
import type { ReadAsChoices } from '../../settings/readAsChoices';
import { translated } from '../../translated';

const SETTING = 'attnscope.monitor.baseline';

/** Most files of a folder that are looked at. */
const MOST_FILES = 5000;

/** What fits a baseline: the model's process, and what it needs of the installed extension. */
export interface Fitting {
  inference: Inference;
  /** Reads the prompts in its thread: the editor's own is not kept waiting. */
  scanner: Pick<Scanner, 'read'>;
  readAs: Pick<ReadAsChoices, 'of' | 'trustOf'>;
  bundledModel: string;
  version: string;
  log: vscode.LogOutputChannel;
}

/** Fits a baseline from the prompts of a folder, which is asked for where none is given, and offers to use it. */
export async function fitBaseline(parts: Fitting, given: vscode.Uri | undefined): Promise<void> {
  const folder = given ?? (await chooseFolder());
  if (!folder) return;
  const exclude = '**/{node_modules,.git}/**';
  const pattern = new vscode.RelativePattern(folder, '**/*');
  const files = await vscode.workspace.findFiles(pattern, exclude, MOST_FILES);
  const location = vscode.ProgressLocation.Notification;
  const title = vscode.l10n.t('Fitting a baseline from {0} files', files.length);
  const fitted = await vscode.window.withProgress(
    { location, title, cancellable: true },
    (progress, token) => {
      const abort = new AbortController();
      token.onCancellationRequested(() => abort.abort());
      const told = (file: vscode.Uri): void =>
        progress.report({ increment: 100 / files.length, message: vscode.workspace.asRelativePath(file) });
      return fitFiles(parts, files, told, abort.signal);
    },
  );
  if (fitted === 'cancelled') return;
  const kept = fitted?.reference.length ?? 0;
  if (!fitted || kept < FEWEST_REFERENCE) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        'Only {0} different prompts could be read there, and a baseline takes {1} at least: nothing was written.',
        kept,
        FEWEST_REFERENCE,
      ),
    );
    return;
  }
  await save(folder, fitted);
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const [folder] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      defaultUri: vscode.workspace.workspaceFolders?.[0]?.uri,
      openLabel: vscode.l10n.t('Fit a Baseline'),
      title: vscode.l10n.t('Folder of Normal Prompts'),
    })) ?? [];
  return folder;
}

/** Measures one file after the other; those that are no text, or no prompt, go to the log. `undefined`: none was one. */
async function fitFiles(
  { inference, scanner, readAs, bundledModel, version, log }: Fitting,
  files: readonly vscode.Uri[],
  told: (file: vscode.Uri) => void,
  signal: AbortSignal,
): Promise<MonitorBaseline | 'cancelled' | undefined> {
  let baseline: MonitorBaseline | undefined;
  for (const file of files) {
    told(file);
    try {
      const document = await vscode.workspace.openTextDocument(file);
      const source = {
        ...{ text: document.getText(), path: file.path, languageId: document.languageId },
        ...{ as: readAs.of(file), trust: readAs.trustOf(file), disk: onDisk(file) },
      };
      const read = await scanner.read(source, signal);
      const asked = { ...wholePrompt(read), model: modelOf(file, bundledModel) };
      const { features, tokens } = await measurePrompt(inference, asked, { signal, letRun: true });
      baseline ??= emptyBaseline(features, null, { version, keep: KEEP });
      baseline = addInput(baseline, { sha256: inputHash(tokens, features), features });
    } catch (error) {
      const { code, message } = translated(toWireError(error));
      if (signal.aborted || code === 'cancelled') return 'cancelled';
      if (code === 'bad-model') throw error;
      log.warn(`${vscode.workspace.asRelativePath(file)}: ${message}`);
    }
  }
  return baseline;
}

/** Writes a baseline where the person wants it, and sets it as that which prompts are checked against. */
async function save(folder: vscode.Uri, baseline: MonitorBaseline): Promise<void> {
  const defaultUri = vscode.Uri.joinPath(folder, '..', 'normal.baseline.json');
  const chosen = await vscode.window.showSaveDialog({ defaultUri, filters: { JSON: ['json'] } });
  if (!chosen) return;
  await vscode.workspace.fs.writeFile(chosen, Buffer.from(`${JSON.stringify(baseline, null, 1)}\n`));
  const use = vscode.l10n.t('Check Prompts Against It');
  const answer = await vscode.window.showInformationMessage(
    vscode.l10n.t('The baseline of {0} prompts was written.', baseline.reference.length),
    use,
  );
  if (answer !== use) return;
  const { Global, Workspace } = vscode.ConfigurationTarget;
  const target = vscode.workspace.workspaceFolders ? Workspace : Global;
  await vscode.workspace.getConfiguration().update(SETTING, chosen.fsPath, target);
}
