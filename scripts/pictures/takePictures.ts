// Takes the pictures of README.md anew, of the built product as it is: `npm run pictures`.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { startBrowser } from '../../test/extension/driver/browser';
import { ROOT, startEditor, type Editor } from '../../test/extension/driver/editor';
import { runCommand } from '../../test/extension/driver/palette';
import { answer, panelFrame } from '../../test/extension/driver/panel';
import { focusEditor, openFile } from '../../test/extension/driver/textEditor';

const EXAMPLES = path.join(ROOT, 'media/examples');
const PICTURES = path.join(ROOT, 'docs/images');

/** The report of the example chat, from its top. */
async function takeReport(): Promise<void> {
  const report = path.join(ROOT, 'out/pictures/report.html');
  mkdirSync(path.dirname(report), { recursive: true });
  const chat = path.join(EXAMPLES, 'support-mail.messages.yaml');
  const args = ['analyze', chat, '--format', 'html', '--out', report, '--fail-on', 'never'];
  execFileSync(process.execPath, [path.join(ROOT, 'dist/cli.js'), ...args], { stdio: 'inherit' });
  const { browser, page } = await startBrowser({ width: 1200, height: 1080 });
  try {
    await page.goto(pathToFileURL(report).href);
    await page.locator('.strip [data-shade]').first().waitFor();
    await page.waitForFunction(() => !document.querySelector('.is-loading, [aria-busy=true]'));
    await page.screenshot({ path: path.join(PICTURES, 'report.png') });
  } finally {
    await browser.close();
  }
}

/** VS Code with the example prompt and its analysis beside it. */
async function takeEditor(): Promise<void> {
  const name = 'support-mail.prompt.md';
  const editor = await startEditor({
    ...{ width: 1360, height: 900 },
    files: { [name]: readFileSync(path.join(EXAMPLES, name), 'utf8') },
    settings: { 'window.title': '${activeEditorShort}', 'editor.wordWrap': 'on' },
  });
  try {
    await openFile(editor, name);
    await editor.page.locator('.squiggly-warning').first().waitFor();
    await focusEditor(editor);
    await runCommand(editor, 'Attnscope: Analyze Attention');
    await answer(editor);
    await widenSideBar(editor, 658);
    const frame = await panelFrame(editor);
    await frame.locator('.strip [data-shade]').first().waitFor();
    await frame.waitForFunction(() => !document.querySelector('.is-loading, [aria-busy=true]'));
    // Nothing is pointed at.
    await editor.page.mouse.move(1000, 700);
    await frame.waitForFunction(() => !document.querySelector('.is-looked'));
    await editor.page.screenshot({ path: path.join(PICTURES, 'editor.png') });
  } finally {
    await editor.stop();
  }
}

/** Drags the edge of the side bar there, in CSS px from the left. */
async function widenSideBar({ page }: Editor, to: number): Promise<void> {
  const { x, y, width, height } = (await page.locator('.part.sidebar').boundingBox())!;
  await page.mouse.move(x + width, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(to, y + height / 2, { steps: 5 });
  await page.mouse.up();
}

takeReport()
  .then(takeEditor)
  .catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
