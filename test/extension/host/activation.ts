import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openFile, ourDiagnostics, ourExtension, type HostTests } from './hostTests';

interface Manifest {
  contributes: { commands: { command: string }[] };
}

/** Native libraries that this process has loaded. */
function nativeLibraries(): string[] {
  return (process.report.getReport() as unknown as { sharedObjects: string[] }).sharedObjects;
}

export const activation: HostTests = {
  'the extension activates': async () => {
    await ourExtension().activate();
    assert.equal(ourExtension().isActive, true);
  },

  'every command that is declared is registered, and every one of ours that is registered is declared':
    async () => {
      const { contributes } = ourExtension().packageJSON as Manifest;
      const declared = contributes.commands.map(({ command }) => command).sort();
      const ours = (await vscode.commands.getCommands(true)).filter((command) =>
        command.startsWith('attnscope.'),
      );
      // Views bring commands of VS Code's making.
      const registered = ours.filter(
        (command) => !/\.(focus|open|resetViewLocation|removeView|toggleVisibility)$/.test(command),
      );
      assert.deepEqual(registered.sort(), declared);
    },

  'the command scans the active document': async () => {
    const { document } = await openFile('notes.md');
    await vscode.commands.executeCommand('attnscope.scan');
    const [diagnostic] = await ourDiagnostics(document.uri, 1);
    assert.equal(document.getText(diagnostic!.range).includes('previous instructions'), true);
  },

  'the extension host loads no native inference code': async () => {
    assert.deepEqual(
      nativeLibraries().filter((file) => /onnxruntime|tokenizers/.test(file)),
      [],
    );
  },
};
