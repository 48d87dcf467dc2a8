import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Alert } from '../../src/protocol/measured/alert';
import { writeTinyTokenizer } from '../model/tinyModel';
import { ROOT, screenshot, startEditor, WINDOWS_RUN_HERE, type Editor } from './driver/editor';
import { clickNotification, notifications, waitForNotification } from './driver/notifications';
import { runCommand } from './driver/palette';
import { panelFrame, READ_MS } from './driver/panel';
import { openFile } from './driver/textEditor';

const folder = mkdtempSync(path.join(tmpdir(), 'attnscope-alerts-'));
const inFolder = (name: string) => path.join(folder, name);
const WORDS = Array.from({ length: 29 }, (_, i) => `w${6 + i}`);
const usual = (at: number) =>
  Array.from({ length: 4 + (at % 7) }, (_, i) => WORDS[(at * (i + 3) + 5 * i * i) % WORDS.length]).join(' ');
const prompt = (text: string) => `- role: system\n  content: w3 w4\n- role: user\n  content: "w5 ${text}"\n`;
const ODD = 'w9 '.repeat(11).trim();
const log = inFolder('logs/alerts.jsonl');
const inLog = () =>
  readFileSync(log, 'utf8')
    .trim()
    .split('\n')
    .map((line) => Alert.parse(JSON.parse(line)));
let editor: Editor;

/** Fits a baseline from made-up prompts by the command line, with a model that is small enough to be quick. */
function fit(): void {
  cpSync(path.join(ROOT, 'test/fixtures/language/llama'), inFolder('llama'), { recursive: true });
  writeTinyTokenizer(inFolder('llama'), false);
  mkdirSync(inFolder('normal'));
  for (let at = 0; at < 44; at++) writeFileSync(inFolder(`normal/${at}.prompt.yaml`), prompt(usual(at)));
  const out = inFolder('normal.json');
  const args = ['monitor', 'fit', inFolder('normal'), '--model', inFolder('llama'), '--out', out];
  const { status, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'dist/cli.js'), ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

describe.skipIf(!WINDOWS_RUN_HERE)('alerts of the monitor', () => {
  beforeAll(async () => {
    fit();
    editor = await startEditor({
      files: {
        'usual.prompt.yaml': prompt(usual(77)),
        'odd.prompt.yaml': prompt(ODD),
        'other.prompt.yaml': prompt('w9 '.repeat(8).trim()),
      },
      settings: {
        'attnscope.model.path': inFolder('llama'),
        'attnscope.monitor.baseline': inFolder('normal.json'),
        'attnscope.monitor.log': log,
      },
    });
  });
  afterAll(async () => {
    await editor?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    'a prompt like the normal ones makes none, and a command says so',
    async () => {
      await openFile(editor, 'usual.prompt.yaml');
      await runCommand(editor, 'Attnscope: Check This Prompt Against the Baseline');
      await waitForNotification(editor, 'is read like the normal prompts of the baseline');
    },
    2 * READ_MS,
  );

  it(
    'an analysis of an odd one is told of once, and is in the log without its text',
    async () => {
      await openFile(editor, 'odd.prompt.yaml');
      await runCommand(editor, 'Attnscope: Analyze Attention');
      await waitForNotification(editor, 'odd.prompt.yaml is read unlike normal prompts.');
      const told = (await notifications(editor)).find(({ message }) => message.startsWith('odd'));
      expect(told!.message).toMatch(/In layer \d.* standard deviations off\./);
      expect(told!.buttons).toEqual(['Show the Cause', 'Don’t Show Again']);
      await screenshot(editor, 'out/screenshots/alert-notification.png');
      const [alert, ...others] = inLog();
      expect(others).toEqual([]);
      expect(alert!.input.uri).toMatch(/odd\.prompt\.yaml$/);
      expect(JSON.stringify(alert)).not.toContain('w9');
      await expect
        .poll(() => editor.page.locator('#attnscope\\.attnscope\\.attnscope\\.alerts').innerText())
        .toContain('1');
    },
    2 * READ_MS,
  );

  it(
    'its cause opens in the panel, at the map, with what was expected beside what was seen',
    async () => {
      await clickNotification(editor, 'odd.prompt.yaml', 'Show the Cause');
      const frame = await panelFrame(editor);
      await frame.locator('.alert table').first().waitFor({ timeout: READ_MS });
      expect(await frame.locator('#place-map-tab').getAttribute('aria-selected')).toBe('true');
      expect(await frame.locator('.alert').innerText()).toMatch(/normal prompts of this length have/);
      expect(await frame.locator('.alert-maps canvas').count()).toBe(3);
      await screenshot(editor, 'out/screenshots/alert-cause.png');
      const wide = editor.page.viewportSize()!;
      await editor.page.setViewportSize({ width: 620, height: 900 });
      // Tables scroll by themselves; the page does not.
      await expect
        .poll(() => frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
        .toBeLessThanOrEqual(0);
      await screenshot(editor, 'out/screenshots/alert-cause-narrow.png');
      await editor.page.setViewportSize(wide);
    },
    2 * READ_MS,
  );

  it(
    'the list shows alerts by day and by input, with names for screen readers, and takes others in from the log',
    async () => {
      const [first] = inLog();
      const text = JSON.stringify({ ...first, id: 'from-elsewhere', input: { ...first!.input, line: 3 } });
      writeFileSync(log, `${text}\n`, { flag: 'a' });
      await runCommand(editor, 'Attnscope: Show Alerts');
      const rows = editor.page.locator('.pane-body [role=treeitem]').filter({ hasText: 'odd.prompt.yaml' });
      await expect.poll(() => rows.count(), { timeout: 20_000 }).toBe(2);
      await expect
        .poll(() => rows.last().getAttribute('aria-label'))
        .toMatch(/^Alert: odd\.prompt\.yaml, .* standard deviations off/);
      await screenshot(editor, 'out/screenshots/alert-list.png');
    },
    2 * READ_MS,
  );

  it(
    'an alert whose text has changed says so, and quiet is quiet',
    async () => {
      const [first] = inLog();
      await openFile(editor, 'odd.prompt.yaml');
      writeFileSync(path.join(editor.workspace, 'odd.prompt.yaml'), prompt('w7 w8'));
      const row = editor.page.locator('.pane-body [role=treeitem]').filter({ hasText: 'odd.prompt.yaml' });
      await expect.poll(() => editor.page.locator('.monaco-editor .view-lines').innerText()).toContain('w7');
      await row.last().click();
      await waitForNotification(editor, 'The text has changed since the alert');
      expect(first!.input.sha256).toMatch(/^[0-9a-f]{64}$/);
      await openFile(editor, 'other.prompt.yaml');
      await runCommand(editor, 'Attnscope: Analyze Attention');
      await clickNotification(editor, 'other.prompt.yaml is read unlike', 'Don’t Show Again');
      const settings = () => JSON.parse(readFileSync(editor.server.settingsFile, 'utf8')) as object;
      await expect.poll(settings).toMatchObject({ 'attnscope.monitor.notify': false });
    },
    2 * READ_MS,
  );

  it('the list is cleared, and the log keeps them', async () => {
    await runCommand(editor, 'Attnscope: Clear the List of Alerts');
    const rows = editor.page.locator('.pane-body [role=treeitem]').filter({ hasText: 'prompt.yaml' });
    await expect.poll(() => rows.count()).toBe(0);
    expect(inLog()).toHaveLength(3);
  });
});
