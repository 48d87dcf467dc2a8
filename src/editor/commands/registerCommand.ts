import * as vscode from 'vscode';
import { toWireError } from '../../protocol/errors';
import { plainText } from '../../protocol/plainText';
import type { DisposableStore } from '../disposable';
import type * as Program from '../onRequest/onRequest';
import { translated } from '../translated';
import { LONGEST_MESSAGE } from './runAnalysis';

/** Registers a command that loads the program with its work. */
export type RegisterCommand = (
  name: string,
  run: (program: typeof Program, argument: unknown, more: unknown) => unknown,
) => void;

/** Registers commands whose work is a program of its own, loaded with the first of them; tells where one fails. */
export function commandsOnRequest(store: DisposableStore): RegisterCommand {
  return (name, run) => {
    store.add(
      vscode.commands.registerCommand(name, async (argument: unknown, more: unknown) => {
        try {
          await run(await import('../onRequest/onRequest'), argument, more);
        } catch (error) {
          const { code, message } = translated(toWireError(error));
          // Who ended it knows.
          if (code === 'cancelled') return;
          void vscode.window.showErrorMessage(plainText(message, LONGEST_MESSAGE));
        }
      }),
    );
  };
}
