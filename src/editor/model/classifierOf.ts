import path from 'node:path';
import * as vscode from 'vscode';
import type { OwnClassifier } from '../../analysis/classifySentences';
import { injectionLabel } from '../../analysis/injectionLabel';
import type { Inference, RequestOptions } from '../../protocol/borders/inference';
import { AttnscopeError } from '../../protocol/errors';
import { quoted } from '../../protocol/plainText';
import { readSettings } from '../settings/readSettings';
import { expand } from './expand';
import { mayUseOwn } from './modelOf';

/**
 * The person's own classifier for a document; nothing where the settings name none. Where its labels do not tell which
 * one means injection the person is asked, and the answer kept in the settings; without one it does not score.
 *
 * @throws AttnscopeError `bad-model` where the path of the settings is not absolute; else what the process refuses.
 */
export async function classifierOf(
  uri: vscode.Uri,
  inference: Inference,
  { mayAsk, options }: { mayAsk: boolean; options: RequestOptions },
): Promise<OwnClassifier | undefined> {
  if (!mayUseOwn()) return undefined;
  const { path: own, label } = readSettings(uri).classifier;
  if (own.trim() === '') return undefined;
  const folder = expand(own.trim());
  if (!path.isAbsolute(folder))
    throw new AttnscopeError(
      'bad-model',
      vscode.l10n.t(
        'The classifier {0} of the setting attnscope.classifier.path cannot be found by this path. Give the whole path, from the root of the disk or from ~.',
        quoted(own),
      ),
    );
  if (label !== '') return { path: folder, label };
  const { labels } = await inference.request('classify', { model: folder, texts: [] }, options);
  if (injectionLabel(labels) !== null) return { path: folder };
  const chosen = mayAsk ? await askLabel(labels) : undefined;
  return chosen === undefined ? undefined : { path: folder, label: chosen };
}

async function askLabel(labels: readonly string[]): Promise<string | undefined> {
  const title = vscode.l10n.t('Which label of your classifier means injection?');
  const chosen = await vscode.window.showQuickPick(labels, { title });
  if (chosen !== undefined)
    await vscode.workspace
      .getConfiguration()
      .update('attnscope.classifier.label', chosen, vscode.ConfigurationTarget.Global);
  return chosen;
}
