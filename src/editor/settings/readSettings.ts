import * as vscode from 'vscode';
import { DEFAULT_SETTINGS, settingsFrom, type Settings, type SettingsSection } from './settings';

/** The settings that hold for a document; those of folders differ, so keep none of them without its folder. */
export function readSettings(uri?: vscode.Uri): Settings {
  const configuration = vscode.workspace.getConfiguration(undefined, uri);
  return settingsFrom((name) => configuration.get(name));
}

/** Calls with the sections of our settings that changed. */
export function onSettingsChange(
  listener: (changed: ReadonlySet<SettingsSection>) => void,
): vscode.Disposable {
  const sections = Object.keys(DEFAULT_SETTINGS) as SettingsSection[];
  return vscode.workspace.onDidChangeConfiguration((event) => {
    const changed = sections.filter((section) => event.affectsConfiguration(`attnscope.${section}`));
    if (changed.length > 0) listener(new Set(changed));
  });
}
