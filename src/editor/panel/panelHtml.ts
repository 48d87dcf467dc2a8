import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as vscode from 'vscode';
import { scriptText, styleText } from '../../report/sealedPage';

/** What a webview with the page may do: run its program, and load nothing. */
export const PAGE_OPTIONS: vscode.WebviewOptions = { enableScripts: true, localResourceRoots: [] };

/**
 * The page of the panel: empty, since all data reaches it as messages. It may run our one program,
 * draw pictures that it made itself, and reach no network. Program and styles stand in it: a webview that
 * has to ask for files is drawn about half a second later.
 */
export async function panelHtml(extension: vscode.Uri): Promise<string> {
  const nonce = randomBytes(16).toString('base64url');
  const read = (name: string): Promise<string> => readFile(join(extension.fsPath, 'dist', name), 'utf8');
  const [css, program] = await Promise.all([read('panel.css'), read('panel.js')]);
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    // The toolkit adds style elements, which carry the nonce.
    `style-src 'nonce-${nonce}'`,
    'img-src data: blob:',
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta property="csp-nonce" content="${nonce}">
<style nonce="${nonce}">${styleText(css)}</style>
<title>Attnscope</title>
</head>
<body>
<div id="app"></div>
<script nonce="${nonce}">${scriptText(program)}</script>
</body>
</html>`;
}
