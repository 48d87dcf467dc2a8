// How the extension host, and the person, fare while a model reads: `tsx test/bench/host.ts`.
import { build } from 'esbuild';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { contextMenu } from '../extension/driver/contextMenu';
import { ROOT, startEditor } from '../extension/driver/editor';
import { runInHost } from '../extension/driver/inHost';
import { panelFrame } from '../extension/driver/panel';
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

/** From the click on the menu's item to the first map in the panel. */
async function firstMap(): Promise<void> {
  const editor = await startEditor({ files });
  const { page } = editor;
  try {
    await page.waitForTimeout(10_000);
    await page.evaluate(() => {
      addEventListener('mouseup', () => (document.documentElement.dataset.clickedAt = `${Date.now()}`), true);
    });
    await page.addInitScript(noteAnswers);
    await openFile(editor, 'short.prompt.md');
    for (const [at, round] of ['cold', 'warm', 'warm', 'warm'].entries()) {
      // Another text, so that nothing of the last round is shown.
      await page.keyboard.press('ControlOrMeta+End');
      await page.keyboard.type(' And');
      await selectAll(editor);
      await contextMenu(editor, 'Analyze Attention');
      const frame = await panelFrame(editor);
      const answered = await answeredAt(frame, at);
      const small = await smallMapDrawn(frame);
      const drawn = await mapDrawn(frame);
      const clicked = await page.evaluate(() => Number(document.documentElement.dataset.clickedAt));
      const seconds = (at: number): string => `${((at - clicked) / 1000).toFixed(2)} s`;
      console.log(
        `click to answer, ${round}: ${seconds(answered)}; to the first map, beside it: ${seconds(small)}; to the large map, by its tab: ${seconds(drawn)}`,
      );
      await page.waitForTimeout(3000);
      await focusEditor(editor);
    }
    await openFile(editor, 'long.prompt.md');
    await selectAll(editor);
    await contextMenu(editor, 'Analyze Attention');
    const frame = await panelFrame(editor);
    const answered = await frame.evaluate(longAnswer);
    const drawn = await mapDrawn(frame);
    console.log(`2,000 tokens: answer to the first map ${((drawn - answered) / 1000).toFixed(2)} s`);
    for (const layer of [2, 20, 11]) {
      const ms = await frame.evaluate(otherLayer, layer);
      console.log(`2,000 tokens: another layer ${(ms / 1000).toFixed(2)} s`);
    }
  } finally {
    await editor.stop();
  }
}

/** When the answer about a prompt of more than 1,000 tokens was there, in ms. */
async function longAnswer(): Promise<number> {
  while (!/\b[1-9][0-9,]{4,} tokens/.test(document.querySelector('.overline')?.textContent ?? ''))
    await new Promise((resolve) => setTimeout(resolve, 25));
  return Date.now();
}

/** From the choice of another layer to its map, in ms. */
async function otherLayer(layer: number): Promise<number> {
  const start = performance.now();
  const chooser = document.querySelector<HTMLElement & { value: string }>('#map vscode-dropdown')!;
  chooser.value = String(layer);
  chooser.dispatchEvent(new Event('change', { bubbles: true }));
  while (document.querySelector('#map .is-loading')) await new Promise((resolve) => setTimeout(resolve, 5));
  return performance.now() - start;
}

/**
 * Notes in a page when its analyses were answered, in ms. The page watches itself, from its start: asking it again and
 * again would take time from the model that is measured, and the first answer may come before it is asked at all.
 */
function noteAnswers(): void {
  const answers: number[] = [];
  Object.assign(window, { answers });
  let isBusy = true;
  // An observer would go when the page is written into its frame.
  setInterval(() => {
    if (document.querySelector('progress')) isBusy = true;
    else if (isBusy && document.querySelector('.answer')) {
      isBusy = false;
      answers.push(Date.now());
    }
  }, 10);
}

/** When the analysis number `at` was answered, in ms. */
async function answeredAt(frame: Frame, at: number): Promise<number> {
  const answers = await frame.waitForFunction(
    (count) => {
      const { answers: noted } = window as unknown as { answers: number[] };
      return noted.length > count && noted;
    },
    at,
    { polling: 200, timeout: 120_000 },
  );
  return (await answers.evaluate((noted, index) => (noted as number[])[index], at))!;
}

/** When the small map beside the answer is drawn, in ms. */
function smallMapDrawn(frame: Frame): Promise<number> {
  return frame.evaluate(async () => {
    while (!(document.querySelector<HTMLCanvasElement>('.map-preview canvas')!.width > 1))
      await new Promise((resolve) => requestAnimationFrame(resolve));
    return Date.now();
  });
}

/** When the map has weights in it, in ms. It is drawn once its place is turned to, as a person does. */
function mapDrawn(frame: Frame): Promise<number> {
  return frame.evaluate(async () => {
    document.getElementById('place-map-tab')!.click();
    for (;;) {
      const canvas = document.querySelector<HTMLCanvasElement>('#map .chart canvas');
      if (canvas && canvas.width > 0 && canvas.height > 0) {
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        if (data.some((value, i) => value !== data[i % 4])) return Date.now();
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  });
}

async function main(): Promise<void> {
  if (!process.env.ONLY_MAP) await hostDelays();
  await firstMap();
}

void main();
