import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/** Folders that a page may load from. */
export function pageFolders(extension: vscode.Uri): vscode.Uri[] {
  return [vscode.Uri.joinPath(extension, 'dist'), vscode.Uri.joinPath(extension, 'media')];
}

/**
 * The page of the panel: empty, since all data reaches it as messages. It may run our one program,
 * draw pictures that it made itself, and reach no network.
 */
export function panelHtml(webview: vscode.Webview, extension: vscode.Uri): string {
  const nonce = randomBytes(16).toString('base64url');
  const file = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', name)).toString();
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    // The toolkit adds style elements, which carry the nonce.
    `style-src-elem ${webview.cspSource} 'nonce-${nonce}'`,
    'img-src data: blob:',
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta property="csp-nonce" content="${nonce}">
<link rel="stylesheet" href="${file('panel.css')}">
<title>Attnscope</title>
</head>
<body>
<div id="app"></div>
<script nonce="${nonce}" src="${file('panel.js')}"></script>
</body>
</html>`;
}
