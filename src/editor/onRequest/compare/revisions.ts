import * as vscode from 'vscode';
import { fileAtRevision } from '../../../analysis/revisions/fileAtRevision';
import { refuseRevision } from '../../../analysis/revisions/git';
import { documentName } from '../../documents/documentName';
import type { AskedComparison } from './askedComparison';

/** What is used of the API of the git extension that VS Code carries (its `git.d.ts`, version 1). */
interface GitRepository {
  log(options: { maxEntries: number; path: string }): Promise<GitCommit[]>;
  show(ref: string, path: string): Promise<string>;
}
interface GitCommit {
  hash: string;
  message: string;
  authorDate?: Date;
}
interface GitExtension {
  getAPI(version: 1): { getRepository(uri: vscode.Uri): GitRepository | null };
}

/** Commits that are offered. */
const OFFERED = 50;

/** The revision that a file is compared with: that of the timeline's item, or else one that the person chooses. */
export async function revisionMeant(
  document: vscode.TextDocument,
  item: unknown,
): Promise<AskedComparison | undefined> {
  const revision = refOf(item) ?? (await chooseRevision(document));
  return revision === undefined
    ? undefined
    : { kind: 'revision', document: document.uri.toString(), revision };
}

/** The commit of an item of the timeline, as the git extension has it. */
function refOf(item: unknown): string | undefined {
  const isItem = typeof item === 'object' && item !== null && 'ref' in item && !(item instanceof vscode.Uri);
  return isItem && typeof item.ref === 'string' ? item.ref : undefined;
}

/**
 * A file at a revision: by the git extension, which knows where git is; by git itself, which says what is wrong, where
 * that fails.
 */
export async function textAt(uri: vscode.Uri, revision: string): Promise<string> {
  refuseRevision(revision);
  const repository = await repositoryOf(uri);
  const shown = await repository?.show(revision, uri.fsPath).catch(() => undefined);
  return shown?.replace(/^\ufeff/, '') ?? fileAtRevision(uri.fsPath, revision);
}

async function chooseRevision(document: vscode.TextDocument): Promise<string | undefined> {
  const repository = await repositoryOf(document.uri);
  const commits = await repository
    ?.log({ maxEntries: OFFERED, path: document.uri.fsPath })
    .catch(() => [] as GitCommit[]);
  if (!commits || commits.length === 0) return askRevision();
  const other = { label: vscode.l10n.t('Another Revision…'), hash: undefined };
  const items = commits.map(({ hash, message, authorDate }) => ({
    label: message.split('\n')[0]!,
    description: [hash.slice(0, 8), authorDate?.toLocaleString(vscode.env.language)]
      .filter(Boolean)
      .join(', '),
    hash,
  }));
  const placeHolder = vscode.l10n.t('Compare {0} with', documentName(document));
  const chosen = await vscode.window.showQuickPick([...items, other], {
    placeHolder,
    matchOnDescription: true,
  });
  return chosen && (chosen.hash ?? askRevision());
}

function askRevision(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    prompt: vscode.l10n.t('A commit, a branch or a tag'),
    value: 'HEAD',
  });
}

async function repositoryOf(uri: vscode.Uri): Promise<GitRepository | undefined> {
  const git = vscode.extensions.getExtension<GitExtension>('vscode.git');
  if (!git || uri.scheme !== 'file') return undefined;
  try {
    return (git.isActive ? git.exports : await git.activate()).getAPI(1).getRepository(uri) ?? undefined;
  } catch {
    // Git is switched off in the settings.
    return undefined;
  }
}
