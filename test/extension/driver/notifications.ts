import type { Editor } from './editor';
import { runCommand } from './palette';

export interface Notification {
  message: string;
  buttons: string[];
}

const ITEM = ['.notifications-toasts', '.notifications-center.visible']
  .map((place) => `${place} .notification-list-item`)
  .join(', ');

/** Notifications on screen. A toast leaves the screen after about 10 s. */
export async function notifications({ page }: Editor): Promise<Notification[]> {
  return page.locator(ITEM).evaluateAll((items) =>
    items.map((item) => ({
      message: (item.querySelector('.notification-list-item-message') as HTMLElement | null)?.innerText ?? '',
      buttons: [
        ...item.querySelectorAll<HTMLElement>('.notification-list-item-buttons-container .monaco-button'),
      ].map((button) => button.innerText),
    })),
  );
}

/** Waits for a notification that holds this text; also looks under the bell. */
export async function waitForNotification(editor: Editor, text: string): Promise<void> {
  const item = editor.page.locator(ITEM).filter({ hasText: text }).first();
  await item.waitFor({ timeout: 5000 }).catch(async () => {
    await runCommand(editor, 'Notifications: Show Notifications');
    await item.waitFor({ timeout: 5000 });
  });
}

/** Clicks a button of the notification that holds this text. */
export async function clickNotification(editor: Editor, text: string, button: string): Promise<void> {
  await waitForNotification(editor, text);
  const item = editor.page.locator(ITEM).filter({ hasText: text }).first();
  const target = item.locator('.monaco-button').filter({ hasText: button }).first();
  if (!(await target.isVisible())) await item.click();
  await target.click({ timeout: 5000 });
}
