import type { Frame } from 'playwright-core';
import type { Editor } from './editor';
import { webviewFrame } from './webviews';

/** Milliseconds within which the model has to have read a short prompt, cold, on a busy machine. */
export const READ_MS = 90_000;

/** The page of the panel, in the side bar or in a tab. */
export const panelFrame = (editor: Editor): Promise<Frame> => webviewFrame(editor, 'Attention');

/** The one-sentence answer of the panel, once there is a result. */
export async function answer(editor: Editor, timeout = READ_MS): Promise<string> {
  const end = Date.now() + timeout;
  for (;;) {
    const frame = await panelFrame(editor);
    try {
      const text = await frame.locator('.answer').innerText({ timeout: 5000 });
      // While it is analysed anew the former page stays, below a line that says so.
      if (text && (await frame.locator('.progress-line progress').count()) === 0) return text;
      if (Date.now() > end) throw new Error('The panel still shows a former answer.');
      await frame.locator('.progress-line progress').waitFor({ state: 'detached', timeout: 5000 });
    } catch (error) {
      // A page that is made anew takes its elements with it.
      if (Date.now() > end)
        throw new Error(`The panel shows no answer but: ${await pageText(frame)}`, { cause: error });
    }
  }
}

/** Turns to a place of the page. */
export async function openPlace(frame: Frame, place: string): Promise<void> {
  await frame.locator(`#place-${place}-tab`).click();
}

/** All that the panel says. */
export const pageText = (frame: Frame): Promise<string> => frame.locator('body').innerText({ timeout: 5000 });

/** Colours in a canvas of the panel, of a sample of its pixels; an empty one has one. */
export function coloursOf(frame: Frame, selector: string): Promise<number> {
  return frame
    .locator(selector)
    .first()
    .evaluate((element) => {
      const canvas = element as HTMLCanvasElement;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      const colours = new Set<number>();
      for (let i = 0; i < data.length; i += 4 * 7) {
        colours.add((data[i]! << 24) | (data[i + 1]! << 16) | (data[i + 2]! << 8) | data[i + 3]!);
      }
      return colours.size;
    });
}

/** The token of the prompt that holds this text, in the panel. */
export const token = (frame: Frame, text: string) =>
  frame.locator('[data-token]').filter({ hasText: text }).first();
