import type { Page } from 'playwright-core';
import type { InferenceParams, InferenceProgress } from '../../src/protocol/borders/inference';
import type { PageMethods, PanelState } from '../../src/protocol/borders/panel';
import type { z } from '../../src/protocol/schema';
import type { Navigation } from '../../webview/state/navigation';
import type { Bundle } from './driver';
import type { AskedHeads } from '../../src/protocol/requests/heads';
import type { MadeAnalysis } from './fixtures/analysis';
import { readMadeHeads } from './fixtures/heads';
import { madeThroughLayers } from './fixtures/throughLayers';

/** A request that the panel made. */
export interface Asked {
  id: number;
  method: string;
  params: Record<string, unknown>;
}

/** The extension's end of the panel's border, played by the test. */
export interface Extension {
  /** Requests so far, oldest first. */
  asked: Asked[];
  /** What the page asked to be cancelled. */
  cancelled: number[];
  /** Tells the page something; resolves with its answer. */
  tell<K extends keyof PageMethods>(method: K, params: z.infer<PageMethods[K]['params']>): Promise<void>;
  /** Tells how far a request is. */
  report(id: number, value: InferenceProgress): Promise<void>;
  /** The places that the page remembers, the newest first. */
  remembered(): Promise<Navigation[]>;
}

export interface ExtensionOptions {
  state: PanelState;
  made?: MadeAnalysis;
  /** What VS Code kept for the page. */
  kept?: unknown;
  locale?: string;
  translations?: Record<string, string>;
  /** Methods that fail, with their message. */
  fails?: Record<string, string>;
  /** What the model says to a request; `{}` where absent, and of maps those of `made`. */
  answers?: Record<string, (params: Asked['params']) => unknown>;
  /** What a request waits for before it is answered; fails where it rejects. */
  holds?: (asked: Asked) => Promise<void> | undefined;
}

const POLICY_NONCE = 'AbCdEfGhIjKlMnOpQrStUv';

/** The page of the panel, under the policy that the extension gives it. */
export function panelHtml(
  { js, css }: Bundle,
  theme: 'vscode-dark' | 'vscode-light' | 'vscode-high-contrast',
): string {
  const policy = `default-src 'none'; script-src 'nonce-${POLICY_NONCE}'; style-src 'nonce-${POLICY_NONCE}'; img-src data: blob:`;
  return `<!doctype html><html lang="en" style="${themeVariables(theme)}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta property="csp-nonce" content="${POLICY_NONCE}"><title>Attnscope</title>
<style nonce="${POLICY_NONCE}">${css}</style></head>
<body class="${theme}" data-vscode-theme-kind="${theme}"><div id="app"></div>
<script nonce="${POLICY_NONCE}">${js.replaceAll('</script', '<\\/script')}</script></body></html>`;
}

/** Plays the extension for a page that is about to be opened. */
export async function playExtension(page: Page, options: ExtensionOptions): Promise<Extension> {
  const asked: Asked[] = [];
  const cancelled: number[] = [];
  const post = (message: object) => page.evaluate((value) => window.postMessage(value, '*'), message);
  let nextId = 0;
  const answered = new Map<number, () => void>();

  await page.exposeFunction('fromPage', async (json: string) => {
    const message = JSON.parse(json) as { kind: string } & Asked;
    if (message.kind === 'result' || message.kind === 'error') return answered.get(message.id)?.();
    if (message.kind === 'cancel') return cancelled.push(message.id);
    asked.push(message);
    const failure = options.fails?.[message.method];
    if (failure) return post({ kind: 'error', id: message.id, error: { code: 'crashed', message: failure } });
    try {
      await options.holds?.(message);
    } catch (error) {
      const failed = { code: 'crashed', message: (error as Error).message };
      return post({ kind: 'error', id: message.id, error: failed });
    }
    return post({ kind: 'result', id: message.id, value: await answer(message, options) });
  });
  await page.addInitScript(
    (kept) => {
      let state: unknown = JSON.parse(kept);
      const api = {
        // The border carries bytes as they are; for the test they become lists.
        postMessage: (message: unknown) =>
          void (window as unknown as { fromPage(json: string): void }).fromPage(
            JSON.stringify(message, (_key, value: unknown) =>
              value instanceof Uint8Array ? { bytes: value.length } : value,
            ),
          ),
        getState: () => state,
        setState: (next: unknown) => (state = next),
      };
      Object.assign(window, { acquireVsCodeApi: () => api, remembered: () => state });
    },
    JSON.stringify(options.kept ?? null),
  );

  return {
    asked,
    cancelled,
    tell(method, params) {
      const id = nextId++;
      const done = new Promise<void>((resolve) => answered.set(id, resolve));
      return post({ kind: 'request', id, method, params }).then(() => done);
    },
    report: (id, value) => post({ kind: 'progress', id, value }),
    remembered: () =>
      page.evaluate(
        () => ((window as unknown as { remembered(): unknown }).remembered() ?? []) as Navigation[],
      ),
  };
}

async function answer(message: Asked, options: ExtensionOptions): Promise<unknown> {
  const own = options.answers?.[message.method];
  if (own) return own(message.params);
  switch (message.method) {
    case 'ready':
      return {
        locale: options.locale ?? 'en',
        translations: options.translations ?? {},
        state: options.state,
      };
    case 'maps': {
      const params = message.params as Omit<InferenceParams<'maps'>, 'model' | 'tokenIds'>;
      return options.made!.fetch(params);
    }
    case 'headMetrics':
      return readMadeHeads(options.made!, message.params as unknown as AskedHeads);
    case 'throughLayers':
      return madeThroughLayers(options.made!, message.params as { way: string; query: number });
    case 'save':
      return { saved: true };
    default:
      return {};
  }
}

/** The variables that VS Code sets, as far as the page reads them. */
function themeVariables(theme: string): string {
  const dark = theme !== 'vscode-light';
  const high = theme === 'vscode-high-contrast';
  const variables = {
    'editor-background': high ? '#000000' : dark ? '#1f1f1f' : '#ffffff',
    foreground: high ? '#ffffff' : dark ? '#cccccc' : '#3b3b3b',
    descriptionForeground: high ? '#ffffff' : dark ? '#9d9d9d' : '#3b3b3b',
    focusBorder: high ? '#f38518' : dark ? '#0078d4' : '#005fb8',
    'textLink-foreground': high ? '#21a6ff' : dark ? '#4daafc' : '#005fb8',
    'charts-blue': high ? '#3794ff' : dark ? '#59a4f9' : '#1a85ff',
    'charts-green': dark ? '#89d185' : '#388a34',
    'charts-purple': dark ? '#b180d7' : '#652d90',
    'charts-yellow': dark ? '#cca700' : '#bf8803',
    'charts-red': dark ? '#f14c4c' : '#e51400',
    'charts-orange': '#d18616',
    'editorWarning-foreground': high ? '#ffd370' : dark ? '#cca700' : '#bf8803',
    'button-background': high ? 'transparent' : dark ? '#0078d4' : '#005fb8',
    'button-foreground': '#ffffff',
    'button-secondaryBackground': high ? '#000000' : dark ? '#313131' : '#e5e5e5',
    'button-secondaryForeground': high ? '#ffffff' : dark ? '#cccccc' : '#3b3b3b',
    'dropdown-background': high ? '#000000' : dark ? '#313131' : '#ffffff',
    'dropdown-foreground': high ? '#ffffff' : dark ? '#cccccc' : '#3b3b3b',
    'dropdown-border': high ? '#6fc3df' : dark ? '#3c3c3c' : '#cecece',
    'font-family': 'sans-serif',
    'font-size': '13px',
    'editor-font-family': 'monospace',
    'checkbox-background': high ? '#000000' : dark ? '#313131' : '#f8f8f8',
    'checkbox-foreground': high ? '#ffffff' : dark ? '#cccccc' : '#3b3b3b',
    'checkbox-border': high ? '#6fc3df' : dark ? '#3c3c3c' : '#cecece',
    'progressBar-background': high ? '#6fc3df' : dark ? '#0078d4' : '#005fb8',
    ...(high ? { 'button-border': '#6fc3df' } : {}),
    ...(high ? { contrastBorder: '#6fc3df', contrastActiveBorder: '#f38518' } : {}),
  };
  return Object.entries(variables)
    .map(([name, value]) => `--vscode-${name}: ${value}`)
    .join('; ');
}
