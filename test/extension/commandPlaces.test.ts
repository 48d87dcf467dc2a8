import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickEntry, contextMenu } from './driver/contextMenu';
import { ROOT, startEditor, WINDOWS_RUN_HERE, type Editor } from './driver/editor';
import { promptNotebook } from './driver/notebook';
import { waitForNotification } from './driver/notifications';
import { quickInput, runCommand } from './driver/palette';
import { answer, pageText, panelFrame, READ_MS, token } from './driver/panel';
import { openFile, selectedText } from './driver/textEditor';

const CONTEXT = 64;

/** The bundled model with a context of few tokens, so that a prompt is soon too long for it. */
function shortModel(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'attnscope-short-'));
  cpSync(path.join(ROOT, 'media/model'), folder, { recursive: true });
  for (const name of ['config.json', 'tokenizer_config.json']) {
    const file = path.join(folder, name);
    const text = readFileSync(file, 'utf8').replace(
      /("(?:max_position_embeddings|model_max_length)": )\d+/,
      `$1${CONTEXT}`,
    );
    writeFileSync(file, text);
  }
  return folder;
}

describe.skipIf(!WINDOWS_RUN_HERE)('the analysis is asked for', () => {
  let editor: Editor;
  let model: string;
  beforeAll(async () => {
    model = shortModel();
    editor = await startEditor({
      files: {
        'mail.prompt.md': 'My order came without the second volume of the atlas.\n',
        'other.prompt.md': 'You answer in one word.\n',
        'changed.prompt.md': 'You answer in two words.\n',
        'long.prompt.md': 'The parcel was open at one side. '.repeat(30),
        'notes.ipynb': promptNotebook(),
      },
      settings: { 'attnscope.editor.codeLens': true, 'attnscope.model.path': model },
    });
  });
  afterAll(async () => {
    await editor?.stop();
    if (model) rmSync(model, { recursive: true, force: true });
  });

  /** Waits until the panel shows the analysis of a file. */
  async function shown(name: string): Promise<void> {
    await expect
      .poll(
        async () => {
          await answer(editor);
          return (await panelFrame(editor)).locator('.file-name').innerText();
        },
        // Before the test's own limit, so that it is told what was shown instead.
        { timeout: READ_MS / 2 },
      )
      .toBe(name);
  }

  async function explorerRow(name: string): Promise<{ x: number; y: number }> {
    const row = editor.page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: name });
    const { x, y } = (await row.first().boundingBox())!;
    return { x: x + 60, y: y + 8 };
  }

  it(
    'above the first line, where the setting asks for it',
    async () => {
      await openFile(editor, 'mail.prompt.md');
      await editor.page.locator('.codelens-decoration a').filter({ hasText: 'Analyze attention' }).click();
      await shown('mail.prompt.md');
    },
    READ_MS,
  );

  it(
    'in the explorer, for the file that is pointed at, whatever token is selected in another',
    async () => {
      const frame = await panelFrame(editor);
      await token(frame, 'atlas').click();
      await expect.poll(() => selectedText(editor)).toBe(' atlas');
      await runCommand(editor, 'View: Show Explorer');
      await contextMenu(editor, 'Analyze Attention', await explorerRow('other.prompt.md'));
      await shown('other.prompt.md');
    },
    READ_MS,
  );

  it(
    'in a comparison, for its right side',
    async () => {
      await runCommand(editor, 'View: Show Explorer');
      await contextMenu(editor, 'Select for Compare', await explorerRow('other.prompt.md'));
      await contextMenu(editor, 'Compare with Selected', await explorerRow('changed.prompt.md'));
      const right = editor.page.locator('.monaco-diff-editor .editor.modified .view-line').first();
      const { x, y } = (await right.boundingBox({ timeout: 10_000 }))!;
      await editor.page.mouse.click(x + 30, y + 8);
      await contextMenu(editor, 'Analyze Attention', { x: x + 30, y: y + 8 });
      await shown('changed.prompt.md');
    },
    READ_MS,
  );

  it(
    'in the menu of a notebook cell',
    async () => {
      await quickInput(editor, `${editor.workspace}/notes.ipynb`);
      const rows = editor.page.locator('.quick-input-widget .monaco-list-row');
      await rows.filter({ hasText: 'notes.ipynb' }).first().click();
      const lines = editor.page.locator('.notebook-editor .cell .view-lines').filter({ hasText: 'one word' });
      await lines.first().click({ timeout: 20_000 });
      const more = editor.page.locator('.notebook-editor .cell-title-toolbar .codicon-toolbar-more');
      await more.first().click({ timeout: 10_000 });
      const menu = editor.page.locator('.monaco-menu').last();
      await clickEntry(menu, menu.locator('.action-item').filter({ hasText: 'Analyze Attention' }).first());
      await shown('notes.ipynb, cell 1');
    },
    READ_MS,
  );

  it(
    'of a text that is too long: the end alone is read where that is wanted, and said so',
    async () => {
      await openFile(editor, 'long.prompt.md');
      await runCommand(editor, 'Attnscope: Analyze Attention');
      const frame = await panelFrame(editor);
      await expect.poll(() => pageText(frame), { timeout: READ_MS / 2 }).toContain(`at most ${CONTEXT}`);
      await frame.locator('vscode-button').filter({ hasText: 'Read only the end' }).click();
      await shown('long.prompt.md');
      expect(await pageText(await panelFrame(editor))).toMatch(/only the last 64 of [\d,]+ tokens read/);
    },
    READ_MS,
  );

  it('and what it keeps can be cleared, by how much disk it takes', async () => {
    await runCommand(editor, 'Attnscope: Clear Cache…');
    const dialog = editor.page.locator('.monaco-dialog-box');
    await dialog.getByText(/The cache takes [\d,.]+ (byte|kB|MB|GB) of disk/).waitFor({ timeout: 10_000 });
    await dialog.locator('.monaco-button').filter({ hasText: 'Clear' }).first().click();
    await waitForNotification(editor, 'were freed');
    await runCommand(editor, 'Attnscope: Clear Cache…');
    await waitForNotification(editor, 'The cache is empty');
  });
});
