// How the extension host and the person fare while a model reads: `tsx test/bench/host.ts`.
import { build } from 'esbuild';
import path from 'node:path';
import { contextMenu } from '../extension/driver/contextMenu';
import { ROOT, startEditor } from '../extension/driver/editor';
import { runInHost } from '../extension/driver/inHost';
import { panelFrame } from '../extension/driver/panel';
import { openFile, selectAll, typeText } from '../extension/driver/textEditor';

const SENTENCE = 'The order came without the second volume, and the parcel was open at one side. ';
/** About 256 and 2,000 tokens of the bundled model. */
const files = { 'short.prompt.md': SENTENCE.repeat(15), 'long.prompt.md': SENTENCE.repeat(117) };

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
  try {
    for (const round of ['cold', 'warm', 'warm']) {
      await openFile(editor, 'short.prompt.md');
      // Another text, so that nothing of the last round is shown.
      await typeText(editor, 'x');
      await selectAll(editor);
      const started = performance.now();
      await contextMenu(editor, 'Analyze Attention');
      const frame = await panelFrame(editor);
      await frame.locator('.answer').waitFor({ timeout: 120_000 });
      const answered = performance.now();
      await frame.locator('#map').scrollIntoViewIfNeeded();
      await frame.locator('#map .chart canvas').first().waitFor({ timeout: 60_000 });
      const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
      console.log(
        `right click to answer, ${round}: ${seconds(answered - started)}; to the first map: ${seconds(performance.now() - started)}`,
      );
    }
  } finally {
    await editor.stop();
  }
}

async function main(): Promise<void> {
  await hostDelays();
  await firstMap();
}

void main();
