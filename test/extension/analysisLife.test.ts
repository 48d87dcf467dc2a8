import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEditor, WINDOWS_RUN_HERE, type Editor } from './driver/editor';
import { promptNotebook } from './driver/notebook';
import { clickNotification } from './driver/notifications';
import { quickInput, runCommand } from './driver/palette';
import { answer, pageText, panelFrame, READ_MS } from './driver/panel';
import { processesOf } from './driver/processes';
import { activeEditor, focusEditor, openFile, typeText } from './driver/textEditor';

const SENTENCE = 'The order came without the second volume, and the parcel was open at one side. ';
/** Long enough that the model reads for some seconds. */
const LONG = SENTENCE.repeat(45);
const ANALYZE = 'Attnscope: Analyze Attention';
let editor: Editor;

/** Waits until the model reads tokens, and gives the panel. */
async function readingFrame() {
  const frame = await panelFrame(editor);
  await frame
    .getByText(/^Token \d/)
    .first()
    .waitFor({ timeout: READ_MS });
  return frame;
}

describe.skipIf(!WINDOWS_RUN_HERE)('life of an analysis', () => {
  beforeAll(async () => {
    editor = await startEditor({
      files: {
        'long.prompt.md': LONG,
        'killed.prompt.md': `Other text. ${LONG}`,
        'short.prompt.md': 'You answer in one word.\n',
        'fresh.prompt.md': 'You answer in two words.\n',
        'notes.ipynb': promptNotebook('A note.'),
      },
    });
  });
  afterAll(() => editor?.stop());

  it(
    'is cancelled half way, and the next one works',
    async () => {
      await openFile(editor, 'long.prompt.md');
      await runCommand(editor, ANALYZE);
      const frame = await readingFrame();
      await frame.locator('vscode-button').filter({ hasText: 'Cancel' }).click();
      // Back to what stood there before the request, long before the text could have been read.
      await frame
        .locator('vscode-button')
        .filter({ hasText: 'Analyze attention' })
        .waitFor({ timeout: 5_000 });
      expect(await frame.getByText(/^Token \d/).count()).toBe(0);
      await openFile(editor, 'short.prompt.md');
      await runCommand(editor, ANALYZE);
      await answer(editor);
    },
    2 * READ_MS,
  );

  it(
    'is made again when its file is saved, unseen, and the one before can be shown in turn',
    async () => {
      await openFile(editor, 'short.prompt.md');
      await runCommand(editor, ANALYZE);
      await answer(editor);
      const frame = await panelFrame(editor);
      const stale = frame.locator('.notice').filter({ hasText: 'changed since' });
      const added = frame.locator('[data-token]').filter({ hasText: 'please' });
      await focusEditor(editor);
      await editor.page.keyboard.press('ControlOrMeta+Home');
      await editor.page.keyboard.type('Now please: ');
      await stale.waitFor();
      await editor.page.keyboard.press('ControlOrMeta+s');
      await added.waitFor({ timeout: READ_MS });
      await stale.waitFor({ state: 'detached' });
      await runCommand(editor, 'Attnscope: Show Another Analysis…');
      const rows = editor.page.locator('.quick-input-widget .monaco-list-row');
      await rows.filter({ hasText: 'shown now' }).waitFor();
      await rows.filter({ hasText: 'the text was edited since' }).first().click();
      await stale.waitFor();
      expect(await added.count()).toBe(0);
    },
    2 * READ_MS,
  );

  it(
    'goes on while the panel is closed, told by a notification, and is there when it is opened',
    async () => {
      await openFile(editor, 'long.prompt.md');
      await runCommand(editor, ANALYZE);
      await readingFrame();
      await runCommand(editor, 'View: Show Explorer');
      const told = editor.page
        .locator('.notification-list-item')
        .filter({ hasText: 'Analyzing long.prompt.md' });
      await told.waitFor({ timeout: 10_000 });
      await told.waitFor({ state: 'detached', timeout: READ_MS });
      await runCommand(editor, 'View: Show Attnscope');
      await answer(editor);
      const frame = await panelFrame(editor);
      expect(await frame.locator('.file-name').innerText()).toBe('long.prompt.md');
    },
    2 * READ_MS,
  );

  it(
    'ends as stale where its text is edited meanwhile',
    async () => {
      await runCommand(editor, ANALYZE);
      await readingFrame();
      await focusEditor(editor);
      await editor.page.keyboard.press('ControlOrMeta+Home');
      await typeText(editor, 'x');
      await answer(editor);
      const frame = await panelFrame(editor);
      await frame.locator('.notice').filter({ hasText: 'changed since' }).waitFor();
    },
    2 * READ_MS,
  );

  it(
    'gives way to the next one',
    async () => {
      await runCommand(editor, ANALYZE);
      await readingFrame();
      await openFile(editor, 'short.prompt.md');
      await runCommand(editor, ANALYZE);
      await answer(editor);
      const frame = await panelFrame(editor);
      expect(await frame.locator('.file-name').innerText()).toBe('short.prompt.md');
      await openFile(editor, 'long.prompt.md');
      // What was known before the request that was ended.
      await frame.locator('.notice').filter({ hasText: 'changed since' }).waitFor();
    },
    2 * READ_MS,
  );

  it(
    'says so where the model ends on its own, and starts it again on request',
    async () => {
      // Never read before: of a text that was, maps may be asked for, and the end would meet those.
      await openFile(editor, 'killed.prompt.md');
      await runCommand(editor, ANALYZE);
      const frame = await readingFrame();
      const [child] = processesOf(editor, 'inference.js');
      process.kill(child!, 'SIGKILL');
      await frame.getByText('The inference process was ended by SIGKILL').waitFor({ timeout: 10_000 });
      await clickNotification(editor, 'The inference process was ended', 'Restart');
      await answer(editor);
      expect(processesOf(editor, 'inference.js')).toHaveLength(1);
    },
    2 * READ_MS,
  );

  it(
    'reads an untitled document',
    async () => {
      await runCommand(editor, 'File: New Untitled Text File');
      await typeText(editor, 'You answer in one word.');
      await runCommand(editor, ANALYZE);
      await answer(editor);
      const frame = await panelFrame(editor);
      expect(await frame.locator('.file-name').innerText()).toMatch(/^Untitled-\d$/);
    },
    READ_MS,
  );

  it(
    'reads a notebook cell',
    async () => {
      await quickInput(editor, `${editor.workspace}/notes.ipynb`);
      await editor.page
        .locator('.quick-input-widget .monaco-list-row')
        .filter({ hasText: 'notes.ipynb' })
        .first()
        .click();
      const cell = editor.page
        .locator('.notebook-editor .cell .view-lines')
        .filter({ hasText: 'one word' })
        .first();
      await cell.click({ timeout: 20_000 });
      await runCommand(editor, ANALYZE);
      await answer(editor);
      const frame = await panelFrame(editor);
      expect(await frame.locator('.file-name').innerText()).toBe('notes.ipynb, cell 2');
      // The prompt in the program, not the program.
      expect(await pageText(frame)).toContain('You answer in one word.');
      expect(await pageText(frame)).not.toContain('prompt =');
    },
    READ_MS,
  );

  it('says so where the text is empty', async () => {
    await runCommand(editor, 'File: New Untitled Text File');
    await activeEditor(editor).waitFor();
    await runCommand(editor, ANALYZE);
    const frame = await panelFrame(editor);
    await frame.getByText('The prompt is empty').waitFor({ timeout: 10_000 });
  });

  it('can be had in an editor tab too', async () => {
    await openFile(editor, 'short.prompt.md');
    await runCommand(editor, ANALYZE);
    await answer(editor);
    await runCommand(editor, 'View: Show Explorer');
    await runCommand(editor, 'Attnscope: Open Panel in Editor Tab');
    await editor.page.locator('.tabs-container .tab').filter({ hasText: 'Attention' }).waitFor();
    await answer(editor);
    const frame = await panelFrame(editor);
    expect(await frame.locator('.file-name').innerText()).toBe('short.prompt.md');
  });

  it(
    'is asked for there, of the document that it names, while no text is active',
    async () => {
      await runCommand(editor, 'View: Focus First Editor Group');
      await openFile(editor, 'fresh.prompt.md');
      await runCommand(editor, 'View: Focus Last Editor Group');
      const frame = await panelFrame(editor);
      await frame.getByText('fresh.prompt.md is open.').waitFor();
      await frame.locator('vscode-button').filter({ hasText: 'Analyze attention' }).click();
      await frame.locator('.file-name').filter({ hasText: 'fresh.prompt.md' }).waitFor({ timeout: READ_MS });
    },
    READ_MS,
  );
});
