import * as vscode from 'vscode';
import { describeExpectation } from '../../describe/promptTests/describeExpectation';
import { describeError, describeVerdict } from '../../describe/promptTests/describeVerdict';
import type { Judged, TestRun } from '../../promptTests/verdict';
import { said } from '../translated';
import { rangeOf } from './testFiles';

/** Marks messages of expectations that the panel can be opened at; package.json names it in its menus. */
const CONTEXT = 'attnscope.unmet';

/** What the Test Explorer tells of a test that did not pass: a message for each expectation that is not met. */
export function messagesOf({ judged, error, test }: TestRun, uri: vscode.Uri): vscode.TestMessage[] {
  if (error) {
    const message = new vscode.TestMessage(describeError(error).map(said).join(' '));
    message.location = new vscode.Location(uri, rangeOf(test.place));
    return [message];
  }
  return judged.filter(({ verdict }) => verdict.outcome !== 'passed').map((each) => messageOf(each, uri));
}

/** The figure first: what the editor shows beside the line is cut at its end. */
function messageOf(judged: Judged, uri: vscode.Uri): vscode.TestMessage {
  const expected = said(describeExpectation(judged.expectation));
  const actual = describeVerdict(judged).map(said).join(' ');
  const message = new vscode.TestMessage(`${actual} ${vscode.l10n.t('Expected: {0}', expected)}`);
  message.location = new vscode.Location(uri, rangeOf(judged.expectation.place));
  message.contextValue = CONTEXT;
  return message;
}
