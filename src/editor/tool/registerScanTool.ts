import * as vscode from 'vscode';
import { DisposableStore } from '../disposable';
import type { Scanner } from '../scanner/scanner';
import type { ReadAsChoices } from '../settings/readAsChoices';

/** The language-model tool, by its name in package.json. */
export const SCAN_TOOL = 'attnscope_scan';

/** What a model calls it with, by the schema in package.json. */
export interface ToolInput {
  /** A file: its path below a workspace folder, its whole path, or its URI. */
  path?: string;
  /** Or a text that stands in no file. */
  text?: string;
  /** The text is data from elsewhere, such as a page or a mail. */
  untrusted?: boolean;
}

/** Registers the tool with which agents look for injection phrases; its work is a program of its own. */
export function registerScanTool(scanner: Scanner, readAs: ReadAsChoices): vscode.Disposable {
  const store = new DisposableStore();
  const program = () => import('../onRequest/onRequest');
  store.add(
    vscode.lm.registerTool<ToolInput>(SCAN_TOOL, {
      prepareInvocation: async ({ input }) => (await program()).prepareScan(input),
      invoke: async ({ input }, token) => (await program()).scanForAgent(scanner, readAs, input, token),
    }),
  );
  return store;
}
