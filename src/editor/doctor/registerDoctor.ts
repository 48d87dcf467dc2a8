import * as vscode from 'vscode';
import type { Inference } from '../../protocol/borders/inference';
import { commandsOnRequest } from '../commands/registerCommand';
import { DisposableStore } from '../disposable';
import { DOCTOR_SCHEME, EXAMINE } from './doctorPages';

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
