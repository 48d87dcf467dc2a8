import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MODEL, sendFrom, startHub, type HubServer, type Misbehaviour } from '../support/hubServer';
import { startEditor, WINDOWS_RUN_HERE, type Editor } from './driver/editor';
import { notifications, waitForNotification } from './driver/notifications';
import { pick, runCommand } from './driver/palette';

const gguf = readFileSync(path.resolve(import.meta.dirname, '../fixtures/gguf/q4_0-tied.gguf'));
const FILES = { 'tiny-Q4_0.gguf': gguf, 'tiny-F16.gguf': Buffer.alloc(2000) };

let folder: string;
let hub: HubServer;
let proxy: Server;
let editor: Editor;
const asked: string[] = [];
let misbehave: Misbehaviour = () => false;

describe.skipIf(!WINDOWS_RUN_HERE)('a model from the hub', () => {
  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'attnscope-hub-'));
    hub = await startHub(FILES, (...file) => misbehave(...file));
    proxy = createServer().on('connect', ({ url }, client) => {
      asked.push(url!);
      const hubSide = connect(Number(new URL(hub.endpoint).port), '127.0.0.1', () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        hubSide.pipe(client).pipe(hubSide);
      });
      for (const side of [client, hubSide]) side.on('error', () => undefined);
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    editor = await startEditor({
      files: { 'a.prompt.md': 'the 12 the' },
      // The name leads nowhere but through the proxy of VS Code's own settings.
      settings: { 'http.proxy': `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` },
      env: { HF_ENDPOINT: 'http://hub.invalid', HF_HUB_CACHE: folder },
    });
  });
  afterAll(async () => {
    await editor?.stop();
    proxy.close();
    proxy.closeAllConnections();
    await hub.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function ask(id: string): Promise<void> {
    await runCommand(editor, 'Attnscope: Choose Model…');
    // The box stays: it asks for the id.
    await pick(editor, 'From the Hub by Id…').catch(() => undefined);
    const box = editor.page.locator('.quick-input-widget');
    await box.getByText('Id of a model on hub.invalid').waitFor({ timeout: 10_000 });
    await box.locator('input.input').first().fill(id);
    await editor.page.keyboard.press('Enter');
  }

  it('is got through the proxy of VS Code, once it was chosen by its id and type', async () => {
    await ask(MODEL);
    const box = editor.page.locator('.quick-input-widget');
    await box.getByText('tiny-Q4_0.gguf').waitFor({ timeout: 20_000 });
    await pick(editor, 'Q4_0');
    await waitForNotification(editor, 'tiny-Q4_0.gguf reads prompts from now on.');
    expect(asked).toContain('hub.invalid:80');
    await runCommand(editor, 'Attnscope: Choose Model…');
    const row = box.locator('.monaco-list-row').filter({ hasText: 'tests/tiny/tiny-Q4_0.gguf' });
    await expect.poll(() => row.innerText()).toContain('in use');
    await editor.page.keyboard.press('Escape');
  });

  it('shows how far it is, and leaves nothing where it is ended there', async () => {
    const before = readdirSync(folder, { recursive: true }).length;
    misbehave = ({ bytes }, response) => {
      sendFrom(response, bytes, 0).write(bytes.subarray(0, 1000));
      return true;
    };
    await ask(`${MODEL}:F16`);
    await waitForNotification(editor, 'Getting tiny-F16.gguf');
    const shown = editor.page
      .locator('.notification-toast, .notification-list-item')
      .filter({ hasText: 'Getting' });
    await shown.first().getByRole('button', { name: 'Cancel' }).click();
    await expect
      .poll(async () => (await notifications(editor)).filter(({ message }) => message.includes('Getting')))
      .toEqual([]);
    await expect.poll(() => readdirSync(folder, { recursive: true }).length).toBe(before);
  });
});
