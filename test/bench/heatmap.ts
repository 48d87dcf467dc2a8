// First paint and redraw of the heatmap in the browser: `tsx test/bench/heatmap.ts`.
import { bundle, startDriver } from '../webview/driver';

const ROUNDS = 7;

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

async function main(): Promise<void> {
  const driver = await startDriver();
  try {
    const { js } = await bundle('test/webview/pages/heatmap.ts');
    const html = `<!doctype html><title>t</title><body><script>${js.replaceAll('</script', '<\\/script')}</script>`;
    console.log('heatmap          first paint     redraw   (median of 7, ms; goal at 1024: 100 and 16)');
    for (const size of [256, 1024, 2048]) {
      const page = await driver.open(html);
      // The first chart of a page also pays for fonts and compilation.
      await page.evaluate(() => window.heatmap.draw(64, null));
      const paints: number[] = [];
      const redraws: number[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        paints.push(await page.evaluate((n) => window.heatmap.draw(n, null), size));
        redraws.push(await page.evaluate(() => window.heatmap.redraw()));
      }
      const cells = `${size} x ${size}`.padEnd(14);
      console.log(
        `${cells} ${median(paints).toFixed(1).padStart(13)} ${median(redraws).toFixed(1).padStart(10)}`,
      );
      await page.context().close();
    }
  } finally {
    await driver.close();
  }
}

void main();
