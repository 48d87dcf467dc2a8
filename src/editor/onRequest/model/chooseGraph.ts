import path from 'node:path';
import * as vscode from 'vscode';
import { graphChoices } from '../../../model/files/graphChoices';
import type { Precision } from '../../../model/files/graphName';

/**
 * Asks which graph of a folder reads prompts, where several differ in how their weights are stored: its path; the folder
 * where there is nothing to ask, nothing where the person gave it up.
 */
export async function chooseGraph(folder: string): Promise<string | undefined> {
  const { variants } = await graphChoices(folder);
  if (variants.length < 2) return folder;
  const choices = variants.map(({ path: file, name, precision, bytes }) => ({
    file,
    label: name,
    description: vscode.l10n.t('{0} MB', Math.max(1, Math.round(bytes / 1e6))),
    ...(precision === null ? {} : { detail: words(precision) }),
  }));
  const title = vscode.l10n.t('Which graph of {0} reads prompts?', path.basename(folder));
  return (await vscode.window.showQuickPick(choices, { title }))?.file;
}

/** How weights are stored, and what that means for the maps. */
function words(precision: Precision): string {
  switch (precision) {
    case 'full':
      return vscode.l10n.t('weights as they were trained');
    case 'optimized':
      return vscode.l10n.t('weights as they were trained, operators fused');
    case 'fp16':
    case 'bf16':
      return vscode.l10n.t('16-bit floats: slower than 32 bits on most processors');
    case 'quantized':
    case 'int8':
    case 'uint8':
      return vscode.l10n.t('8-bit integers: smaller, maps differ a little');
    case 'q4':
    case 'q4f16':
    case 'bnb4':
      return vscode.l10n.t('4-bit blocks: smallest, maps differ more');
  }
}
