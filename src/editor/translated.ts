import * as vscode from 'vscode';
import type { WireError } from '../protocol/errors';
import { createL10n, type L10n } from '../describe/l10n';
import type { Phrase } from '../describe/phrase';
import { plainText } from '../protocol/plainText';
import { inWords, type Sentence } from '../protocol/sentence';

/** Longest message in a notification, UTF-16 code units. */
const LONGEST_MESSAGE = 600;

/** An error as the person is told of it: in the language of VS Code, where its sentences are translated. */
export function translated(error: WireError): WireError {
  const { code, message, sentences } = error;
  return { code, message: sentences ? toldIn(sentences) : message };
}

/** Sentences in the language of VS Code, where they are translated. */
export function toldIn(sentences: readonly Sentence[]): string {
  const { bundle } = vscode.l10n;
  return inWords(sentences, bundle, bundle && vscode.env.language);
}

/** What a notification says of an error, in the language of VS Code. */
export function messageOf(error: WireError): string {
  return plainText(translated(error).message, LONGEST_MESSAGE);
}

/** The texts of a bundle; making them takes longer than many phrases. */
let made: { bundle: typeof vscode.l10n.bundle; l10n: L10n } | undefined;

/** Texts in the language of VS Code, where that is translated. */
export function texts(): L10n {
  const { bundle } = vscode.l10n;
  if (!made || made.bundle !== bundle)
    made = { bundle, l10n: createL10n(bundle ? vscode.env.language : 'en', bundle ?? {}) };
  return made.l10n;
}

/** A number as the person writes it. */
export const inDigits = (value: number): string => texts().number(value);

/** A phrase as the person is told it. */
export const said = (phrase: Phrase): string => texts().say(phrase);
