// How the extension host and the person fare while a model reads: `tsx test/bench/host.ts`.
import { build } from 'esbuild';
import path from 'node:path';
import { contextMenu } from '../extension/driver/contextMenu';
import { type Editor, ROOT, startEditor } from '../extension/driver/editor';
import { runInHost } from '../extension/driver/inHost';
import { coloursOf, panelFrame } from '../extension/driver/panel';
import { focusEditor, openFile, selectAll } from '../extension/driver/textEditor';

const SENTENCE = 'The order came without the second volume, and the parcel was open at one side. ';
const files = {
  // About 256 and 2,000 tokens of the bundled model, and 200 KB.
  'short.prompt.md': SENTENCE.repeat(15),
  'long.prompt.md': SENTENCE.repeat(117),
  'large.prompt.md': `${SENTENCE}\n`.repeat(2500),
};

async function hostDelays(): Promise<void> {
  const outfile = path.join(ROOT, 'out/bench/hostBench.js');
  await build({
    entryPoints: [path.join(import.meta.dirname, 'hostBench.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  });
  for (const { name, error } of await runInHost(outfile, files, {}, 900_000)) console.log(error ?? name);
}

/** From the click on the menu's item to the first map in the panel, by the window's own clock. */
async function firstMap(): Promise<void> {
  const editor = await startEditor({ files });
  const { page } = editor;
  try {
    await page.waitForTimeout(10_000);
    await page.evaluate(() => {
      addEventListener('mouseup', () => performance.mark('mouse up'), true);
    });
    const sinceClick = () =>
      page.evaluate(() => performance.now() - performance.getEntriesByName('mouse up').at(-1)!.startTime);
    await openFile(editor, 'short.prompt.md');
    for (const round of ['cold', 'warm', 'warm', 'warm']) {
      // Another text, so that nothing of the last round is shown.
      await page.keyboard.press('ControlOrMeta+End');
      await page.keyboard.type(' And');
      const before = await shownTokens(editor);
      await selectAll(editor);
      await contextMenu(editor, 'Analyze Attention');
      // While the model reads there are none.
      while ([0, before].includes(await shownTokens(editor))) await page.waitForTimeout(10);
      const answered = await sinceClick();
      while (!(await mapIsDrawn(editor))) await page.waitForTimeout(10);
      const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
      console.log(
        `click to answer, ${round}: ${seconds(answered)}; to the first map: ${seconds(await sinceClick())}`,
      );
      await page.waitForTimeout(3000);
      await focusEditor(editor);
    }
  } finally {
    await editor.stop();
  }
}

/** Tokens in the panel's strip; 0 where there is no result. */
async function shownTokens({ page }: Editor): Promise<number> {
  const counts = await Promise.all(
    page.frames().map((frame) =>
      frame
        .locator('[data-token]')
        .count()
        .catch(() => 0),
    ),
  );
  return Math.max(...counts);
}

/** Whether the map has weights in it. It is drawn once it comes into sight, as a person scrolls to it. */
async function mapIsDrawn(editor: Editor): Promise<boolean> {
  const frame = await panelFrame(editor);
  const drawn = await frame
    .evaluate(() => {
      document.getElementById('map')?.scrollIntoView();
      return document.querySelector('#map .chart canvas') !== null;
    })
    .catch(() => false);
  return drawn && (await coloursOf(frame, '#map .chart canvas')) > 1;
}

async function main(): Promise<void> {
  if (!process.env.ONLY_MAP) await hostDelays();
  await firstMap();
}

void main();
