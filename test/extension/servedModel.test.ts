import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createInferenceClient } from '../../src/inference/client/createInferenceClient';
import { startServer, type ModelServer } from '../model/modelServer';
import { writeTinyModel, writeTinyTokenizer } from '../model/tinyModel';
import { ROOT, screenshot, startEditor, WINDOWS_RUN_HERE, type Editor } from './driver/editor';
import { waitForNotification } from './driver/notifications';
import { runCommand } from './driver/palette';
import { answer, panelFrame, READ_MS } from './driver/panel';
import { setTheme } from './driver/preferences';
import { openFile, typeText } from './driver/textEditor';

/** Within which a window shows what does not wait for a model, ms. */
const SOON = { timeout: 20_000 };

describe.skipIf(!WINDOWS_RUN_HERE)('a model on a server', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'attnscope-served-'));
  const graphOf = (name: string) => path.join(folder, 'served', name, '1/model.onnx');
  let server: ModelServer;
  let editor: Editor;

  beforeAll(async () => {
    const client = createInferenceClient({
      childPath: path.join(ROOT, 'dist/inference.js'),
      settings: { cacheFolder: path.join(folder, 'cache') },
    });
    for (const [name, drawing] of [['mine'], ['other', 4]] as const) {
      const model = path.join(folder, name);
      writeTinyModel(model, { says: true, ...(drawing ? { drawing } : {}) });
      writeTinyTokenizer(model, false);
      const out = path.join(folder, 'served', name);
      await client.request('tap', { model, reduce: 'none', out });
    }
    client.dispose();
    server = await startServer(graphOf('mine'));
    editor = await startEditor({
      files: { 'one.prompt.md': 'w3 w17 w5 w5 w30 w8\n' },
      settings: {
        'attnscope.model.path': server.url,
        'attnscope.served.tokenizer': path.join(folder, 'served/mine'),
        'attnscope.served.timeLimit': 60,
      },
    });
  });
  afterAll(async () => {
    await editor?.stop();
    await server?.close().catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  });

  const dialog = () => editor.page.locator('.monaco-dialog-box');
  const analyze = () => runCommand(editor, 'Attnscope: Analyze Attention');
  /** What stands in the panel in place of an answer, once it says this. */
  async function notice(words: string): Promise<string> {
    const frame = await panelFrame(editor);
    const shown = frame.locator('.state .notice');
    await expect
      .poll(() => shown.innerText().catch(() => ''), { timeout: READ_MS, interval: 100 })
      .toContain(words);
    return shown.innerText();
  }
  it(
    'is named and confirmed before anything is sent, once; then the prompt is read by it',
    async () => {
      await openFile(editor, 'one.prompt.md');
      await runCommand(editor, 'Attnscope: Set Server Token');
      const { host } = new URL(server.url);
      const box = editor.page.locator('.quick-input-widget');
      await box.getByText(`sent to ${host} alone`).waitFor(SOON);
      await box.locator('input.input').first().fill('sesame');
      await editor.page.keyboard.press('Enter');
      await waitForNotification(editor, `The token of ${host} is set.`);

      await analyze();
      await dialog().waitFor(SOON);
      expect(await dialog().innerText()).toContain(
        `Send what you analyze in this workspace to the server ${host}?`,
      );
      expect(server.asked).toEqual([]);
      await screenshot(editor, 'out/screenshots/served-confirm.png');
      await dialog().locator('.monaco-button').filter({ hasText: 'Send' }).first().click();
      expect(await answer(editor)).not.toBe('');
      const frame = await panelFrame(editor);
      expect(await frame.locator('body').innerText()).toContain(`mine @ ${host}`);
      expect(new Set(server.asked.map(({ authorization }) => authorization))).toEqual(
        new Set(['Bearer sesame']),
      );
      await screenshot(editor, 'out/screenshots/served-read.png');
    },
    4 * READ_MS,
  );

  it(
    'another model than the tokenizer was written with is refused, with its server’s name',
    async () => {
      await server.serve(graphOf('other'));
      await runCommand(editor, 'Attnscope: Restart Model');
      await typeText(editor, 'w4 ');
      await analyze();
      expect(await notice('serves another model')).toContain(new URL(server.url).host);
      expect(await dialog().count()).toBe(0);
      await screenshot(editor, 'out/screenshots/served-other.png');
      await server.serve(graphOf('mine'));
    },
    3 * READ_MS,
  );

  it(
    'a server that is killed while it answers is told of, and nothing waits for it',
    async () => {
      await analyze();
      expect(await answer(editor)).not.toBe('');
      server.behave('silent');
      await typeText(editor, 'w9 ');
      await analyze();
      await expect.poll(() => server.asked.length, SOON).toBeGreaterThan(0);
      await server.close();
      expect(await notice('cannot be reached')).toContain(new URL(server.url).host);
      await screenshot(editor, 'out/screenshots/served-killed.png');
      await setTheme(editor, 'Dark Modern');
      await screenshot(editor, 'out/screenshots/served-killed-dark.png');
    },
    3 * READ_MS,
  );
});
