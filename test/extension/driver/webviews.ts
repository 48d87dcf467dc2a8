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

/** Titles of an inner frame: of its view and its own; none for other frames, those about to go and those still empty. */
async function titlesOf(frame: Frame): Promise<string[]> {
  if (!frame.url().includes('/webview/browser/pre/fake.html')) return [];
  try {
    const holder = await frame.frameElement();
    const { id, title } = await holder.evaluate((node) => {
      const element = node as HTMLIFrameElement;
      return { id: element.id, title: element.title };
    });
    const own = await frame.title();
    return id === 'active-frame' && own ? [title, own] : [];
  } catch {
    return [];
  }
}

/**
 * Watches what a page gives VS Code to keep.
 *
 * @returns waits until it was something that holds `text`, in JSON
 */
export async function watchState(frame: Frame, text: string): Promise<() => Promise<void>> {
  // The outer frame hands it to VS Code through a port.
  const outer = frame.parentFrame()!;
  const kept = await outer.evaluateHandle((wanted) => {
    const { postMessage } = MessagePort.prototype;
    const seen = new Promise<void>((resolve) => {
      MessagePort.prototype.postMessage = function (message: unknown, options?: object) {
        postMessage.call(this, message, options as StructuredSerializeOptions);
        const { channel, data } = message as { channel?: string; data?: unknown };
        if (channel === 'do-update-state' && String(data).includes(wanted)) resolve();
      };
    });
    // In an object, since a promise alone would be waited for here.
    return { seen };
  }, text);
  return () => kept.evaluate(({ seen }) => seen);
}
