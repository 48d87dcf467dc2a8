import type { Frame } from 'playwright-core';
import type { Editor } from './editor';

/**
 * The document of a webview, by the title of its view or its own. A webview is a frame in a frame:
 * the outer one is VS Code's, the inner one holds the extension's document.
 *
 * @throws Error with the titles seen where none has this one within 20 s.
 */
export async function webviewFrame({ page }: Editor, title: string): Promise<Frame> {
  const end = Date.now() + 20_000;
  for (;;) {
    const seen: string[] = [];
    for (const frame of page.frames()) {
      const titles = await titlesOf(frame);
      if (titles.includes(title)) return frame;
      seen.push(...titles);
    }
    if (Date.now() > end)
      throw new Error(`No webview is titled "${title}"; there are: ${seen.join(', ') || 'none'}`);
    await page.waitForTimeout(100);
  }
}

/** Titles of an inner frame: of its view and its own; none for other frames and those about to go. */
async function titlesOf(frame: Frame): Promise<string[]> {
  if (!frame.url().includes('/webview/browser/pre/fake.html')) return [];
  try {
    const holder = await frame.frameElement();
    const { id, title } = await holder.evaluate((node) => {
      const element = node as HTMLIFrameElement;
      return { id: element.id, title: element.title };
    });
    return id === 'active-frame' ? [title, await frame.title()] : [];
  } catch {
    return [];
  }
}
