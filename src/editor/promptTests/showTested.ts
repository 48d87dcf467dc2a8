import * as vscode from 'vscode';
import type { RanTest } from '../../analysis/promptTests/runTest';
import { rangeOfPart } from '../../promptTests/parts';
import type { Judged } from '../../promptTests/verdict';
import { toWireError } from '../../protocol/errors';
import type { SourceRange } from '../../protocol/prompt';
import { wholeDocument } from '../analysis/target';
import { runAnalysis, type AnalysisParts } from '../commands/runAnalysis';
import {
  LEAVE_OUT,
  leaveOutArguments,
  SHOW_FINDING,
  showFindingArguments,
} from '../findings/findingAttention';
import { messageOf } from '../translated';
import type { Running } from './runTests';
import { rangeOf } from './testFiles';
import { TestedPrompts } from './testedPrompts';

/** What the menus of the Test Explorer give: an item, or a message and its item. */
export type TestedPlace =
  vscode.TestItem | { test: vscode.TestItem; message: vscode.TestMessage } | undefined;

/** The way from a test, or an expectation that is not met, into the panel. */
export interface ShowTested extends vscode.Disposable {
  show(place: TestedPlace): Promise<void>;
}

export function showTested(parts: AnalysisParts, { last }: Running): ShowTested {
  const prompts = new TestedPrompts();
  const show = async (argument: TestedPlace): Promise<void> => {
    const item = argument && 'test' in argument ? argument.test : argument;
    const ran = item && last.get(item.id);
    const document = ran && (await prompts.documentOf(item.uri!, ran));
    if (!document) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Run the test first: its prompt is known once it was read.'),
      );
      return;
    }
    const judged = argument && 'message' in argument ? judgedAt(ran, argument.message) : undefined;
    await showPlace(parts, document, ran, judged);
  };
  return {
    show: (place) =>
      show(place).catch((error: unknown) => {
        void vscode.window.showErrorMessage(messageOf(toWireError(error)));
      }),
    dispose: () => prompts.dispose(),
  };
}

/** The expectation that a message is about, by where it points to. */
function judgedAt({ judged }: RanTest, { location }: vscode.TestMessage): Judged | undefined {
  const at = location?.range.start;
  return judged.find(({ expectation }) => {
    const { line, character } = rangeOf(expectation.place).start;
    return line === at?.line && character === at.character;
  });
}

/** Opens the prompt, has it analysed, and leads to what an expectation is about. */
async function showPlace(
  parts: AnalysisParts,
  document: vscode.TextDocument,
  ran: RanTest,
  judged: Judged | undefined,
): Promise<void> {
  const { readAs } = parts;
  const { source } = ran.test;
  if (source.kind !== 'messages' && readAs.of(document.uri) !== source.as)
    readAs.choose(document.uri, source.as);
  const range = judged && partOf(ran, judged);
  const editor = await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
  if (range) {
    const [start, end] = [document.positionAt(range.start), document.positionAt(range.end)];
    editor.selection = new vscode.Selection(start, end);
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
  const { commands } = vscode;
  const found = judged && 'measured' in judged.verdict && judged.verdict.measured;
  const [finding] = found && found.kind === 'findings' ? found.found : [];
  if (finding) await commands.executeCommand(SHOW_FINDING, ...showFindingArguments(document.uri, finding));
  else if (judged?.expectation.kind === 'kl' && range)
    await commands.executeCommand(LEAVE_OUT, ...leaveOutArguments(document.uri, range));
  else await runAnalysis(parts, wholeDocument(document));
}

/** Where the part stands that an expectation is about. */
function partOf({ prompt, segments }: RanTest, { expectation }: Judged): SourceRange | undefined {
  if (expectation.kind !== 'attention' && expectation.kind !== 'kl') return undefined;
  const part = expectation.kind === 'kl' ? expectation.part : expectation.to;
  return rangeOfPart(segments, prompt?.places ?? [], part);
}
