import * as vscode from 'vscode';
import type { Overflow } from '../../protocol/inference';
import { documentName } from './documentName';
import type { Place } from './place';

/** A text to analyse and where it stands. */
export interface AnalysisTarget {
  document: vscode.TextDocument;
  /** Name of the document, for people. */
  name: string;
  text: string;
  place: Place;
  /** Line and character (0-based) at which the text begins. */
  position: vscode.Position;
  /** What is to be done where the model cannot read all of it. */
  overflow: Overflow;
}

/** The whole of a document as a target. */
export function wholeDocument(document: vscode.TextDocument): AnalysisTarget {
  return targetAt(document, { start: 0, length: 0, whole: true, changed: false });
}

/** What is selected in an editor, or its whole document where nothing is. */
export function selectionOf({ document, selection }: vscode.TextEditor): AnalysisTarget {
  if (selection.isEmpty) return wholeDocument(document);
  const start = document.offsetAt(selection.start);
  const length = document.offsetAt(selection.end) - start;
  return targetAt(document, { start, length, whole: false, changed: false });
}

/** The text that stands at a place by now. */
export function targetAt(
  document: vscode.TextDocument,
  place: Place,
  overflow: Overflow = 'refuse',
): AnalysisTarget {
  const all = document.getText();
  const text = place.whole ? all : all.slice(place.start, place.start + place.length);
  return {
    document,
    name: documentName(document),
    text,
    place: { ...place, length: text.length, changed: false },
    position: document.positionAt(place.start),
    overflow,
  };
}

/** A visible editor of a document. */
export function editorOf(document: vscode.TextDocument): vscode.TextEditor | undefined {
  return vscode.window.visibleTextEditors.find((editor) => editor.document === document);
}

/** What is chosen in an editor of a document, or all of it where it has none in sight. */
export function chosenOrAll(
  document: vscode.TextDocument,
  chosenIn: (editor: vscode.TextEditor) => AnalysisTarget = selectionOf,
): AnalysisTarget {
  const editor = editorOf(document);
  return editor ? chosenIn(editor) : wholeDocument(document);
}

/** An open document by its URI. */
export function openDocument(uri: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
}

/**
 * The untitled documents that a file was saved from. VS Code tells nothing of that but the same text: it
 * fills and saves the file first, then empties and closes the untitled document.
 */
export function sourcesOf(file: vscode.TextDocument): vscode.TextDocument[] {
  const text = file.getText();
  return vscode.workspace.textDocuments.filter(
    (other) => other.uri.scheme === 'untitled' && other.getText() === text,
  );
}

/** A document by its URI, opened where it is not; an untitled one or a cell has nowhere to come from. */
export async function documentAt(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const open = openDocument(uri.toString());
  if (open || uri.scheme === 'untitled' || uri.scheme === 'vscode-notebook-cell') return open;
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    // The file is gone.
    return undefined;
  }
}
