import * as vscode from 'vscode';
import { toWireError } from '../../protocol/errors';
import type { DisposableStore } from '../disposable';
import type * as Program from '../onRequest/onRequest';
import { messageOf } from '../translated';

/** Registers a command that loads the program with its work. */
export type RegisterCommand = (
  name: string,
  run: (program: typeof Program, argument: unknown, more: unknown) => unknown,
) => void;

/** Registers commands whose work is a program of its own, loaded with the first of them; tells where one fails. */
export function commandsOnRequest(store: DisposableStore): RegisterCommand {
  return (name, run) => {
    store.add(
      vscode.commands.registerCommand(name, (argument: unknown, more: unknown) =>
        onRequest((program) => run(program, argument, more)),
      ),
    );
  };
}

/** Loads the program of what is rarely asked for and has it do something; tells where that fails. */
export async function onRequest(run: (program: typeof Program) => unknown): Promise<void> {
  try {
    await run(await import('../onRequest/onRequest'));
  } catch (thrown) {
    const error = toWireError(thrown);
    // Who ended it knows.
    if (error.code === 'cancelled') return;
    void vscode.window.showErrorMessage(messageOf(error));
  }
}
