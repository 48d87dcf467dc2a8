import path from 'node:path';
import * as vscode from 'vscode';
import { describeProgress } from '../../../describe/progress';
import type { Inference } from '../../../protocol/borders/inference';
import { toWireError } from '../../../protocol/errors';
import { plainText } from '../../../protocol/plainText';
import type { Diagnosis } from '../../../protocol/requests/doctor';
import { DOCTOR_SCHEME } from '../../doctor/doctorPages';
import { expand } from '../../model/expand';
import { modelOf } from '../../model/modelOf';
import { messageOf, said, texts } from '../../translated';
import { pickModel } from '../model/chooseModel';
import { diagnosisPage } from './diagnosisPage';

/** Pages written since the window was opened, by the path of their model. */
const pages = new Map<string, string>();

/**
 * Examines a model and opens the page about it.
 *
 * @param meant see `EXAMINE`
 * @param changed is told that a page may say something else than when it was shown last
 */
export async function examineModel(
  inference: Inference,
  bundledModel: string,
  meant: unknown,
  changed: (page: vscode.Uri) => void,
): Promise<void> {
  const model = await modelMeant(bundledModel, meant);
  if (model === undefined) return;
  const diagnosis = await examine(inference, model);
  if (!diagnosis) return;
  pages.set(model, diagnosisPage(diagnosis, texts()));
  const name = plainText(diagnosis.name, 60).replaceAll('/', '-');
  const page = vscode.Uri.from({
    scheme: DOCTOR_SCHEME,
    path: `/${name} – ${vscode.l10n.t('model')}.md`,
    query: model,
  });
  changed(page);
  await vscode.commands.executeCommand('vscode.openWith', page, 'vscode.markdown.preview.editor', {
    preview: true,
  });
}

/** The page about a model; examines it where that was not done since the window was opened. */
export async function modelPage(inference: Inference, model: string): Promise<string> {
  const written = pages.get(model);
  if (written !== undefined) return written;
  try {
    const diagnosis = await examine(inference, model);
    if (!diagnosis)
      return vscode.l10n.t('The model was not examined. Run "Attnscope: Examine Model…" again.');
    return diagnosisPage(diagnosis, texts());
  } catch (error) {
    return messageOf(toWireError(error));
  }
}

async function modelMeant(bundledModel: string, meant: unknown): Promise<string | undefined> {
  if (typeof meant === 'string') return meant;
  if (meant instanceof vscode.Uri) return modelOf(meant, bundledModel);
  const chosen = await pickModel();
  return chosen === undefined ? undefined : chosen === '' ? bundledModel : expand(chosen);
}

/** What the inference process finds; nothing where the person ends it. */
function examine(inference: Inference, model: string): Thenable<Diagnosis | undefined> {
  const location = vscode.ProgressLocation.Notification;
  const title = vscode.l10n.t('Examining {0}', plainText(path.basename(model), 60));
  return vscode.window.withProgress({ location, title, cancellable: true }, async (progress, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort());
    try {
      return await inference.request(
        'doctor',
        { model },
        {
          signal: abort.signal,
          onProgress: (told) => progress.report({ message: said(describeProgress(told)) }),
        },
      );
    } catch (error) {
      if (abort.signal.aborted) return undefined;
      throw error;
    }
  });
}
