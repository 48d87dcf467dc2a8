import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readSettings } from '../../../src/editor/settings/readSettings';
import { DEFAULT_SETTINGS } from '../../../src/editor/settings/settings';
import type { HostTests } from './hostTests';

export const settings: HostTests = {
  'settings that nobody changed are the defaults': async () => {
    assert.deepEqual(readSettings(), DEFAULT_SETTINGS);
  },

  'a setting that is changed is read as it is now': async () => {
    const configuration = vscode.workspace.getConfiguration('attnscope');
    await configuration.update('scan.languages', ['python'], vscode.ConfigurationTarget.Workspace);
    try {
      assert.deepEqual(readSettings().scan.languages, ['python']);
    } finally {
      await configuration.update('scan.languages', undefined, vscode.ConfigurationTarget.Workspace);
    }
  },
};
