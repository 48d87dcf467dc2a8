import type * as vscode from 'vscode';
import type { Reader } from '../analysis/readTarget';
import type { RegisterCommand } from './registerCommand';

/** Registers the commands that show what changed between two prompts. */
export function registerComparing(command: RegisterCommand, reader: Reader, extension: vscode.Uri): void {
  command('attnscope.compareFiles', async ({ compareTexts, selectedTexts }, argument, selected) => {
    const texts = await selectedTexts(argument, selected);
    if (texts) await compareTexts(reader, extension, texts);
  });
  command(
    'attnscope.compareWithSaved',
    async ({ compareTexts, documentMeant, savedAndUnsaved }, argument) => {
      await compareTexts(reader, extension, await savedAndUnsaved(await documentMeant(argument)));
    },
  );
  command(
    'attnscope.compareWithRevision',
    async ({ compareTexts, documentMeant, atRevision }, argument, more) => {
      // From the timeline comes an item and the file; from other places the file.
      const document = await documentMeant(argument instanceof Object && 'ref' in argument ? more : argument);
      const texts = await atRevision(document, argument);
      if (texts) await compareTexts(reader, extension, texts);
    },
  );
}
