import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, screenshot, startEditor, WINDOWS_RUN_HERE, type Editor } from './driver/editor';
import { writeLargeGguf } from './driver/largeGguf';
import { pick, runCommand } from './driver/palette';
import { setTheme } from './driver/preferences';
import { answer, pageText, panelFrame, READ_MS } from './driver/panel';
import { processesOf } from './driver/processes';
import { openFile, typeText } from './driver/textEditor';
import { writeHubCache } from '../model/hubCache';
import { writeTinyModel, writeTinyTokenizer } from '../model/tinyModel';

const folder = mkdtempSync(path.join(tmpdir(), 'attnscope-own-models-'));
const ollama = path.join(folder, 'ollama');
const fixtures = path.join(ROOT, 'test/fixtures');

/** Within which a window shows what does not wait for a model, ms. */
const SOON = { timeout: 20_000 };

/** Where Ollama keeps the weights of a model, which its manifest names from now on. */
function blobOf(name: string, digit: string): string {
  const manifests = path.join(ollama, 'manifests/registry.ollama.ai/library', name);
  mkdirSync(manifests, { recursive: true });
  mkdirSync(path.join(ollama, 'blobs'), { recursive: true });
  const digest = `sha256:${digit.repeat(64)}`;
  const layers = [{ mediaType: 'application/vnd.ollama.image.model', digest }];
  writeFileSync(path.join(manifests, 'latest'), JSON.stringify({ layers }));
  return path.join(ollama, 'blobs', digest.replace(':', '-'));
}

/** Models in the cache of the hub: one whose operator gives no map by itself, and one whose graph has no attention. */
function writeOthers(hub: string): void {
  const fused = path.join(folder, 'fused');
  writeTinyModel(fused, { fused: true });
  writeTinyTokenizer(fused, false);
  writeHubCache(fused, hub, 'fused');
  const refused = path.join(folder, 'refused');
  mkdirSync(refused);
  cpSync(path.join(fixtures, 'zoo/linear-attention/model.onnx'), path.join(refused, 'model.onnx'));
  writeHubCache(refused, hub, 'refused');
}

describe.skipIf(!WINDOWS_RUN_HERE)('models of other programs', () => {
  let editor: Editor;
  const small = blobOf('small', 'a');
  beforeAll(async () => {
    cpSync(path.join(fixtures, 'gguf/mixed-tied.gguf'), small);
    writeOthers(path.join(folder, 'hub'));
    await writeLargeGguf(blobOf('large', 'b'), 20, 1024);
    editor = await startEditor({
      files: { 'one.prompt.md': '1 2 ! "\n' },
      env: { OLLAMA_MODELS: ollama, HF_HUB_CACHE: path.join(folder, 'hub') },
    });
  });
  afterAll(async () => {
    await editor?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const status = () => editor.page.locator('.statusbar-item[id*="attnscope.model"]').innerText();
  const choose = async (label: string): Promise<void> => {
    await runCommand(editor, 'Attnscope: Choose Model…');
    await pick(editor, label);
    await expect.poll(status, SOON).toContain(label);
  };
  /** Folders of converted models that are whole. */
  const converted = (): string[] => {
    const cache = path.join(path.dirname(editor.server.settingsFile), 'globalStorage');
    const imports = readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /imported[\\/][0-9a-f]+-\d+$/.test(name),
    );
    return imports.filter((name) => existsSync(path.join(cache, name, 'manifest.json')));
  };

  it(
    'a GGUF file of Ollama is chosen; its conversion tells how far it is, and is cancelled',
    async () => {
      await openFile(editor, 'one.prompt.md');
      await runCommand(editor, 'Attnscope: Choose Model…');
      const row = editor.page
        .locator('.quick-input-widget .monaco-list-row')
        .filter({ hasText: 'large:latest' });
      await expect.poll(() => row.innerText(), SOON).toMatch(/\d+ MB/);
      await screenshot(editor, 'out/screenshots/choose-model.png');
      await pick(editor, 'large:latest');
      await expect.poll(status, SOON).toContain('large:latest');
      // The page is there before the conversion begins.
      await runCommand(editor, 'Attnscope: Focus on Attention View');
      const frame = await panelFrame(editor);
      await expect.poll(() => pageText(frame), SOON).toContain('one.prompt.md is open');
      await runCommand(editor, 'Attnscope: Analyze Attention');
      const stage = frame.locator('.state [role=status]');
      await expect
        .poll(() => stage.innerText().catch(() => ''), { timeout: READ_MS, interval: 20 })
        .toMatch(/Converting the model, once: \d+%/);
      // It stays there until it is cancelled.
      for (const pid of processesOf(editor, 'inference.js')) process.kill(pid, 'SIGSTOP');
      await screenshot(editor, 'out/screenshots/converting.png');
      await frame.locator('.state').getByText('Cancel').click();
      await expect.poll(() => pageText(frame), SOON).toContain('one.prompt.md is open');
      expect(converted()).toEqual([]);
    },
    2 * READ_MS,
  );

  it(
    'done again, the prompt is read with it; then with another model that is chosen',
    async () => {
      await runCommand(editor, 'Attnscope: Analyze Attention');
      expect(await answer(editor)).not.toBe('');
      expect(converted()).toHaveLength(1);
      await choose('small:latest');
      await runCommand(editor, 'Attnscope: Analyze Attention');
      await expect.poll(() => converted().length, { timeout: READ_MS }).toBe(2);
      expect(await answer(editor)).not.toBe('');
    },
    3 * READ_MS,
  );

  it(
    'a model whose file goes while it is in use is told of, and nothing waits for it',
    async () => {
      rmSync(small);
      await typeText(editor, '2 ');
      await runCommand(editor, 'Attnscope: Analyze Attention');
      const frame = await panelFrame(editor);
      const notice = frame.locator('.state .notice');
      await expect
        .poll(() => notice.innerText().catch(() => ''), { timeout: READ_MS })
        .toContain('small:latest');
      await screenshot(editor, 'out/screenshots/model-gone.png');
      await choose('large:latest');
      await runCommand(editor, 'Attnscope: Analyze Attention');
      expect(await answer(editor)).not.toBe('');
    },
    3 * READ_MS,
  );

  /** The page about a model, once it says so; a preview of Markdown has no title of its own. */
  async function page(label: string, words: string): Promise<Frame> {
    await runCommand(editor, 'Attnscope: Examine Model…');
    await pick(editor, label);
    for (const end = Date.now() + READ_MS; ; await editor.page.waitForTimeout(100)) {
      for (const frame of editor.page.frames()) {
        const text = await frame
          .locator('body.vscode-body .markdown-body, body.vscode-body')
          .first()
          .innerText({ timeout: 500 })
          .catch(() => '');
        if (text.includes(words)) return frame;
      }
      if (Date.now() > end) throw new Error(`No page says: ${words}`);
    }
  }

  const items = (frame: Frame) => frame.locator('li').allInnerTexts();

  it(
    'the page about a model says what it is, in a narrow dark window too',
    async () => {
      const good = await page('large:latest', 'Prompts can be read with this model.');
      expect(await good.locator('h2').allInnerTexts()).toEqual([
        'File',
        'Inputs',
        'Attention, layers: 20',
        'Checks',
        'What this model cannot show',
      ]);
      await screenshot(editor, 'out/screenshots/model-good.png');
      await setTheme(editor, 'Dark Modern');
      const wide = editor.page.viewportSize()!;
      await runCommand(editor, 'View: Close Primary Side Bar');
      await editor.page.setViewportSize({ width: 346, height: 900 });
      await screenshot(editor, 'out/screenshots/model-good-narrow.png');
      // Nothing of it is cut off at the side.
      const overflow = await good.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      await editor.page.setViewportSize(wide);
      expect(overflow).toBeLessThanOrEqual(0);
    },
    3 * READ_MS,
  );

  it(
    'of a model whose operator gives no map it says how the map is had, with its checks',
    async () => {
      const fused = await page('tests/fused', 'Prompts can be read with this model.');
      const told = await items(fused);
      expect(told).toContain('Layer 0: 2 heads, read from multi-head-attention');
      expect(told).toContainEqual(
        expect.stringMatching(/^rows sum as they should: yes, off by at most .* \(limit/),
      );
      await screenshot(editor, 'out/screenshots/model-fused.png');
    },
    3 * READ_MS,
  );

  it(
    'of a model that is refused it says why, and what to do',
    async () => {
      const refused = await page('tests/refused', 'No prompt can be read with this model.');
      expect(await refused.locator('p').allInnerTexts()).toContainEqual(
        expect.stringMatching(/^This model has no attention that can be read: .* Choose a transformer\.$/),
      );
      await screenshot(editor, 'out/screenshots/model-refused.png');
    },
    3 * READ_MS,
  );
});
