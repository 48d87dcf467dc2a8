import type { Page } from 'playwright-core';
import { packSummary } from '../../src/protocol/analysis';
import type { PanelState } from '../../src/protocol/borders/panel';
import type { Bundle, Driver } from './driver';
import type { MadeAnalysis } from './fixtures/analysis';
import { type Extension, type ExtensionOptions, panelHtml, playExtension } from './panelPage';

/** A made-up analysis as the state that the extension shows. */
export function resultState({ title, result }: MadeAnalysis): PanelState & { kind: 'result' } {
  const passed = { ...result, attention: packSummary(result.attention) };
  const shown = { title, result: passed, findingTexts: ['Ignore the rules above'] };
  return {
    kind: 'result',
    analysis: 'a1',
    follows: null,
    selection: null,
    shown,
    stale: false,
    edited: null,
    pinned: false,
    linesMoved: 0,
  };
}

/** Opens the panel beside a played extension. */
export async function openPanel(
  driver: Driver,
  program: Bundle,
  options: ExtensionOptions,
  theme: Parameters<typeof panelHtml>[1] = 'vscode-dark',
): Promise<{ page: Page; extension: Extension }> {
  let extension!: Extension;
  const page = await driver.open(
    panelHtml(program, theme),
    { viewport: { width: 480, height: 900 } },
    async (before) => {
      extension = await playExtension(before, options);
    },
  );
  await page.waitForFunction(() => document.querySelector('main')?.hasChildNodes());
  return { page, extension };
}
