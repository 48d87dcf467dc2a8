import { homedir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { localModels } from '../../../model/catalog/catalog';
import { isUnreadType } from '../../../model/fileKinds/ggufName';
import { EXAMINE } from '../../doctor/doctorPages';
import { isMissing, mayUseOwn, ownModel } from '../../model/modelOf';
import { askServed } from './askServed';
import { chooseGraph } from './chooseGraph';
import { getFromHub } from './hubModel';

const SETTING = 'attnscope.model.path';

type Choice = vscode.QuickPickItem & { run?(): unknown };

/** Lets the person choose the model that reads prompts, or go to what else there is to do with it. */
export async function chooseModel(secrets: vscode.SecretStorage): Promise<void> {
  const choices: Choice[] = [
    ...(await knownModels((model) => (model === '' ? useBundledModel() : useModel(model)))),
    ...(mayUseOwn() ? [fromHub(secrets), onServer()] : []),
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    command(vscode.l10n.t('Examine Model…'), EXAMINE),
    command(vscode.l10n.t('Open Setting'), 'workbench.action.openSettings', SETTING),
    command(vscode.l10n.t('Restart Model'), 'attnscope.restartModel'),
    command(vscode.l10n.t('Show Log'), 'attnscope.showLog'),
  ];
  const title = vscode.l10n.t('Model That Reads Prompts');
  await (await vscode.window.showQuickPick(choices, { title }))?.run?.();
}

/** Asks for a model, as the settings would name it; the bundled one is the empty text. Nothing where none is chosen. */
export async function pickModel(): Promise<string | undefined> {
  let chosen: string | undefined;
  const choices = await knownModels((model) => (chosen = model));
  const title = vscode.l10n.t('Model to Examine');
  await (await vscode.window.showQuickPick(choices, { title }))?.run?.();
  return chosen;
}

/**
 * Models that are known on this machine, and the way to others.
 *
 * @param take is given the one that is chosen, as the settings name it; the bundled one is the empty text
 */
async function knownModels(take: (model: string) => unknown): Promise<Choice[]> {
  const own = ownModel();
  const choices: Choice[] = [
    {
      label: vscode.l10n.t('Bundled model'),
      description: own === undefined ? vscode.l10n.t('in use') : '',
      run: () => take(''),
    },
  ];
  if (own !== undefined) {
    const missing = await isMissing(own);
    choices.push({
      label: path.basename(own),
      description: missing ? vscode.l10n.t('there is no such file') : vscode.l10n.t('in use'),
      detail: own,
      run: () => take(own),
    });
  }
  choices.push(
    ...(await found(own, take)),
    {
      label: vscode.l10n.t('Choose a Model File…'),
      detail: '.onnx, .gguf',
      run: () => chooseOnDisk('file', take),
    },
    { label: vscode.l10n.t('Choose a Model Folder…'), run: () => chooseOnDisk('folder', take) },
  );
  return choices;
}

/** Models that other programs put on this machine. Whether one can be read is told when it is, unless its name tells. */
async function found(own: string | undefined, take: (model: string) => unknown): Promise<Choice[]> {
  if (!mayUseOwn()) return [];
  const models = await localModels({ env: process.env, home: homedir() });
  const choices = models.map(({ source, name, path: file, bytes, type }): Choice => {
    const megabytes = vscode.l10n.t('{0} MB', Math.max(1, Math.round(bytes / 1e6)));
    const model = source === 'Ollama' ? name : file;
    return {
      label: name,
      description: [own === model ? vscode.l10n.t('in use') : megabytes, ...(type ? [type] : [])].join(' · '),
      detail: isUnreadType(type)
        ? `${source} · ${vscode.l10n.t('weights of this type cannot be read')}`
        : source,
      run: () => take(model),
    };
  });
  return choices.length === 0
    ? []
    : [
        { label: vscode.l10n.t('On This Machine'), kind: vscode.QuickPickItemKind.Separator },
        ...choices,
        { label: '', kind: vscode.QuickPickItemKind.Separator },
      ];
}

function fromHub(secrets: vscode.SecretStorage): Choice {
  return {
    label: vscode.l10n.t('From the Hub by Id…'),
    async run() {
      const model = await getFromHub(secrets);
      if (model === undefined) return;
      await useModel(model);
      void vscode.window.showInformationMessage(
        vscode.l10n.t('{0} reads prompts from now on.', path.basename(model)),
      );
    },
  };
}

function onServer(): Choice {
  return {
    label: vscode.l10n.t('On a Server by Address…'),
    async run() {
      const model = await askServed();
      if (model !== undefined) await useModel(model);
    },
  };
}

/** Takes the person's own model out of all settings that name one. */
export async function useBundledModel(): Promise<void> {
  const { configuration, scopes } = settings();
  for (const scope of scopes) await configuration.update(SETTING, undefined, scope);
  // On a remote machine the settings of the person's own cannot be changed from here, only overruled.
  if (ownModel() !== undefined) await configuration.update(SETTING, '', vscode.ConfigurationTarget.Global);
}

async function chooseOnDisk(kind: 'file' | 'folder', take: (model: string) => unknown): Promise<void> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: kind === 'file',
    canSelectFolders: kind === 'folder',
    ...(kind === 'file' ? { filters: { [vscode.l10n.t('Models')]: ['onnx', 'gguf'] } } : {}),
  });
  const picked = chosen?.[0]?.fsPath;
  const model = picked !== undefined && kind === 'folder' ? await chooseGraph(picked) : picked;
  if (model !== undefined) await take(model);
}

/** Names the person's own model in the settings. */
export async function useModel(model: string): Promise<void> {
  const { configuration, scopes } = settings();
  // Where a folder names its own, that is what holds.
  await configuration.update(SETTING, model, scopes.at(-1) ?? vscode.ConfigurationTarget.Global);
}

/** The scopes in which the setting is set, the one that holds last. */
function settings() {
  const configuration = vscode.workspace.getConfiguration();
  const { globalValue, workspaceValue, workspaceFolderValue } = configuration.inspect(SETTING) ?? {};
  const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  const scopes = [
    ...(globalValue === undefined ? [] : [Global]),
    ...(workspaceValue === undefined ? [] : [Workspace]),
    ...(workspaceFolderValue === undefined ? [] : [WorkspaceFolder]),
  ];
  return { configuration, scopes };
}

const command = (label: string, name: string, ...args: unknown[]): Choice => ({
  label,
  run: () => vscode.commands.executeCommand(name, ...args),
});
