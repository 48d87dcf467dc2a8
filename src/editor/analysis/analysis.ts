import { createHash } from 'node:crypto';
import type * as vscode from 'vscode';
import type { Analyzed } from '../../analysis/analyze';
import type { PassedAnalysis } from '../../protocol/analysis';
import type { SpanAttention } from '../../protocol/attention';
import type { Overflow } from '../../protocol/borders/inference';
import type { Finding } from '../../protocol/finding';
import type { PassedShown } from '../../protocol/borders/shown';
import { documentName } from '../documents/documentName';
import type { Place } from '../documents/place';
import type { AnalysisTarget } from './target';

/** A finished analysis of a text in a document. */
export interface Analysis {
  /** The same for the same text at the same place, read in the same way by the same model: a page finds its place again by it. */
  readonly id: string;
  readonly uri: vscode.Uri;
  /** The analysed text. Offsets of tokens and segments are in it. */
  readonly text: string;
  /** Model folder or graph file, for asking for maps. */
  readonly model: string;
  readonly tokenIds: number[];
  /** Line (0-based) at which the text began when it was analysed. */
  readonly line: number;
  /** When it was finished, in ms since 1970. */
  readonly at: number;
  /** The analysis that it took the place of, where nobody asked for this one. */
  readonly follows: string | null;
  /** What was to be done where the model could not read all of the text. */
  readonly overflow: Overflow;
  /** Findings in offsets of the analysed text. */
  readonly findings: readonly Finding[];
  /** Attention to each finding, by its fingerprint; none where the model read nothing of it. */
  readonly findingAttention: ReadonlyMap<string, SpanAttention>;
  /** What pages show; its findings are in lines and offsets of the document. */
  readonly shown: PassedShown;
  /** Where the text stands now. */
  readonly place: Place;
}

/** Puts a result together with where it came from; `place` is where its text stands by now. */
export function finishedAnalysis(
  target: AnalysisTarget,
  place: Place,
  model: string,
  { result, findingAttention }: Analyzed,
): Analysis {
  const { document, text, position, overflow } = target;
  const { start } = target.place;
  const { findings } = result;
  return {
    id: idOf(document.uri, start, result),
    uri: document.uri,
    text,
    model,
    tokenIds: result.tokens.map(({ id }) => id),
    line: position.line,
    at: Date.now(),
    follows: null,
    overflow,
    findings,
    findingAttention,
    shown: {
      title: documentName(document),
      result:
        start === 0
          ? result
          : {
              ...result,
              findings: findings.map((f) => movedBy(f, start, position)),
              spans: result.spans.map((span) => ({ ...span, ...placeFrom(position, span) })),
              leftOut: result.leftOut.map((message) => ({ ...message, line: message.line + position.line })),
            },
      findingTexts: findings.map((finding) => text.slice(finding.start, finding.end)),
    },
    place,
  };
}

/** The analysis as one of the same text in another document. */
export function movedTo(document: vscode.TextDocument, analysis: Analysis): Analysis {
  const { uri } = document;
  const { shown, place } = analysis;
  const id = idOf(uri, place.start, shown.result);
  return { ...analysis, id, uri, shown: { ...shown, title: documentName(document) } };
}

function idOf(uri: vscode.Uri, start: number, { model, text, rendering, tokens }: PassedAnalysis): string {
  const parts = [uri.toString(), start, model.sha256, text.sha256, rendering, tokens.length];
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
}

/** A place of a selection as it stands in the document, at the time the selection was made. */
function placeFrom(
  { line, character }: vscode.Position,
  place: { line: number; column: number },
): { line: number; column: number } {
  return { line: place.line + line, column: place.line === 1 ? place.column + character : place.column };
}

/** The same for a finding. */
function movedBy(finding: Finding, start: number, position: vscode.Position): Finding {
  const end = placeFrom(position, { line: finding.endLine, column: finding.endColumn });
  return {
    ...finding,
    start: finding.start + start,
    end: finding.end + start,
    ...placeFrom(position, finding),
    endLine: end.line,
    endColumn: end.column,
  };
}
