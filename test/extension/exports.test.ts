import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEditor, WINDOWS_RUN_HERE, type Editor } from './driver/editor';
import { runCommand } from './driver/palette';
import { answer, openPlace, panelFrame, READ_MS } from './driver/panel';
import { openFile } from './driver/textEditor';

let editor: Editor;
let frame: Frame;

/** Chooses an item of the map's export menu; the file that VS Code proposes when it asks for a place. */
async function exportMap(item: string, ending: string): Promise<string> {
  await frame.locator('#map .figure-tools .menu-button vscode-button').first().click();
  await frame.locator('#map [role=menuitem]', { hasText: item }).first().click();
  // The folder alone stands there first; the name follows.
  await expect.poll(() => place().inputValue(), { timeout: 10_000 }).toMatch(new RegExp(`\\${ending}$`));
  return place().inputValue();
}

/** Where VS Code has the name of the file written. */
const place = () => editor.page.locator('.quick-input-widget input.input');

describe.skipIf(!WINDOWS_RUN_HERE)('exports from the panel', () => {
  beforeAll(async () => {
    editor = await startEditor({ files: { 'mail.prompt.md': 'Sum the mail up. Be brief, and kind.\n' } });
    await openFile(editor, 'mail.prompt.md');
    await runCommand(editor, 'Attnscope: Analyze Attention');
    await answer(editor);
    frame = await panelFrame(editor);
    await openPlace(frame, 'map');
    await frame.locator('#map .chart canvas').first().waitFor();
  }, READ_MS);
  afterAll(() => editor?.stop());

  it('writes the map as PNG where the person says, by default beside their files', async () => {
    const file = await exportMap('Picture (PNG)', '.png');
    expect(path.dirname(file)).toBe(editor.workspace);
    expect(path.basename(file)).toMatch(/^mail-prompt-layer-\d+-mean\.png$/);
    await place().press('Enter');
    await expect.poll(() => existsSync(file) && readFileSync(file).length > 0).toBe(true);
    const png = readFileSync(file);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    // Width and height stand at the start of the first chunk (PNG specification, 11.2.2).
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1800, 1760]);
    await expect.poll(() => frame.locator('.announcer').textContent()).toContain('is ready');
  });

  it('writes nothing where the person declines, and says nothing was written', async () => {
    const file = await exportMap('Numbers (CSV)', '.csv');
    await editor.page.keyboard.press('Escape');
    await place().waitFor({ state: 'hidden' });
    await expect.poll(() => frame.locator('.announcer').textContent()).not.toContain('.csv');
    expect(existsSync(file)).toBe(false);
  });
});
