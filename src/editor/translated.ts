import * as vscode from 'vscode';
import type { WireError } from '../protocol/errors';
import { createL10n, type L10n } from '../describe/l10n';
import type { Phrase } from '../describe/phrase';
import { inWords } from '../protocol/sentence';

/** An error as the person is told of it: in the language of VS Code, where its sentences are translated. */
export function translated(error: WireError): WireError {
  const { code, message, sentences } = error;
  return { code, message: sentences ? inWords(sentences, vscode.l10n.bundle) : message };
}

/** The texts of a bundle; making them takes longer than many phrases. */
let texts: { bundle: typeof vscode.l10n.bundle; l10n: L10n } | undefined;

/** A phrase as the person is told it: in the language of VS Code, where that is translated. */
export function said(phrase: Phrase): string {
  const { bundle } = vscode.l10n;
  if (!texts || texts.bundle !== bundle)
    texts = { bundle, l10n: createL10n(bundle ? vscode.env.language : 'en', bundle ?? {}) };
  return texts.l10n.say(phrase);
}
