import * as vscode from 'vscode';
import type { Overflow } from '../../protocol/borders/inference';
import { documentName } from '../documents/documentName';
import { editorOf } from '../documents/openDocuments';
import type { Place } from '../documents/place';

/** A text to analyse and where it stands. */
export interface AnalysisTarget {
  document: vscode.TextDocument;
  /** Name of the document, for people, and of the selection in it. */
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
  return targetAt(document, { start: 0, length: 0, whole: true, changed: false, changes: [] });
}

/** What is selected in an editor, or its whole document where nothing is, or all but white space around it. */
export function selectionOf({ document, selection }: vscode.TextEditor): AnalysisTarget {
  if (selection.isEmpty) return wholeDocument(document);
  const start = document.offsetAt(selection.start);
  const length = document.offsetAt(selection.end) - start;
  const text = document.getText();
  if (!text.slice(0, start).trim() && !text.slice(start + length).trim()) return wholeDocument(document);
  return targetAt(document, { start, length, whole: false, changed: false, changes: [] });
}

/** What is selected in an editor of a document, or all of it where it has none in sight. */
export function selectionOrAll(document: vscode.TextDocument): AnalysisTarget {
  const editor = editorOf(document);
  return editor ? selectionOf(editor) : wholeDocument(document);
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
    name: placeName(document, place),
    text,
    place: { ...place, length: text.length, changed: false, changes: [] },
    position: document.positionAt(place.start),
    overflow,
  };
}

/** A target as one of the document that its text is in from now on. */
export function targetIn(document: vscode.TextDocument, target: AnalysisTarget): AnalysisTarget {
  return { ...target, document, name: placeName(document, target.place) };
}

/** The name of a text in a document: of the document, and where it is a selection, of that. */
export function placeName(document: vscode.TextDocument, { whole, start }: Place): string {
  const name = documentName(document);
  if (whole) return name;
  return vscode.l10n.t('{0}, selection, line {1}', name, document.positionAt(start).line + 1);
}
