import path from 'node:path';
import type * as vscode from 'vscode';
import type { graphChoices } from '../../model/files/graphChoices';
import { expand, ownModel } from './modelOf';

/** Folders of which nobody wanted to choose a graph: they are not asked about again. */
const asked = new Set<string>();

/**
 * Where the settings name a folder whose graphs differ in their weights, asks once which is meant; the answer is kept
 * in the settings. Who does not answer has the one that is nearest to the trained model.
 */
export async function settleGraph(uri: vscode.Uri, choicesIn: typeof graphChoices): Promise<void> {
  const own = ownModel(uri);
  const folder = own === undefined ? '' : expand(own);
  if (!path.isAbsolute(folder) || asked.has(folder)) return;
  if ((await choicesIn(folder)).variants.length < 2) return;
  asked.add(folder);
  const { chooseGraph, useModel } = await import('../onRequest/onRequest');
  const graph = await chooseGraph(folder);
  if (graph !== undefined) await useModel(graph);
}
