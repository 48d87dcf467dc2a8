import { createHash } from 'node:crypto';

/** What a page is made of. */
export interface SealedPage {
  /** Plain text. */
  title: string;
  css: string;
  /** The program of the page, which may hold anything. */
  program: string;
  /** What the page is about: with the program it decides the nonce. */
  data: string;
  /** HTML that stands in it, escaped by who made it. */
  body: string;
  /** Inert data, by the ids of their elements: what is shown by the program as text, in base64. */
  blocks: readonly (readonly [id: string, base64: string])[];
}

/** One self-contained page: no request, no script but its own. */
export function sealedPage({ title, css, program, data, body, blocks }: SealedPage): string {
  const script = scriptText(program);
  const nonce = createHash('sha256').update(script).update(data).digest('base64url').slice(0, 22);
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const inert = blocks.map(
    ([id, base64]) => `<script type="application/octet-stream" id="${id}">${base64}</script>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta property="csp-nonce" content="${nonce}">
<title>${escapeHtml(title)} · Attnscope</title>
<style nonce="${nonce}">${styleText(css)}</style>
</head>
<body class="attn-report">
${body}
${inert.join('\n')}
<script nonce="${nonce}">${script}</script>
</body>
</html>
`;
}

/** A program as it stands in a script element: a closing tag inside would end that early; in strings `<\/` means the same. */
export function scriptText(program: string): string {
  return program.replaceAll('</script', '<\\/script');
}

/** Styles as they stand in a style element. */
export function styleText(css: string): string {
  return css.replaceAll('</style', '<\\/style');
}

/** A text as it stands in HTML, between tags and in attributes; characters that are not seen are spelled too. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'\p{Cc}\p{Cf}]/gu, (character) => `&#${character.codePointAt(0)!.toString(10)};`);
}
