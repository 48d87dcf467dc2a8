import * as vscode from 'vscode';
import type { Inference } from '../../protocol/borders/inference';
import { commandsOnRequest } from '../commands/registerCommand';
import { DisposableStore } from '../disposable';

/**
 * Examines a model and shows what it is on a page. Its argument: the path of the model, or the URI of a document by
 * whose settings the model is found; without one the person chooses.
 */
export const EXAMINE = 'attnscope.examineModel';

/** Pages about models: read-only documents, each with the model's path in its address. */
export const DOCTOR_SCHEME = 'attnscope-model';

/** Registers the command, and the pages that it opens; they are written by a program of its own. */
export function registerDoctor(inference: Inference, bundledModel: string): vscode.Disposable {
  const store = new DisposableStore();
  const changed = store.add(new vscode.EventEmitter<vscode.Uri>());
  store.add(
    vscode.workspace.registerTextDocumentContentProvider(DOCTOR_SCHEME, {
      onDidChange: changed.event,
      async provideTextDocumentContent({ query }) {
        const { modelPage } = await import('../onRequest/onRequest');
        return modelPage(inference, query);
      },
    }),
  );
  commandsOnRequest(store)(EXAMINE, ({ examineModel }, meant) =>
    examineModel(inference, bundledModel, meant, (page) => changed.fire(page)),
  );
  return store;
}
