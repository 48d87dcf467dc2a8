import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { AnalysisResult } from '../protocol/analysis';
import { blockNames, type EmbeddedReport } from '../protocol/borders/embedded';
import { maskTokens } from './maskTokens';
import type { ReportMaps } from './reportMaps';

export interface ReportInput {
  /** Name of the prompt, e.g. its file name. */
  title: string;
  result: AnalysisResult;
  /** The prompt as it was analysed; findings show their slice of it. */
  text: string;
  maps: ReportMaps;
  /** Leaves every word of the prompt out of the file. */
  mask: boolean;
  /** The page's program, `dist/report.js`. */
  appJs: string;
  /** The page's styles, `dist/report.css`. */
  css: string;
}

/** Longest slice of the prompt that a finding shows, in UTF-16 code units. */
const LONGEST_SLICE = 600;

/**
 * One self-contained page: no request, no script but its own. All that comes from the prompt or the model
 * stands in inert blocks of base64, which the program shows as text.
 */
export function buildReport(input: ReportInput): string {
  const { maps, mask, title } = input;
  const report: EmbeddedReport = {
    shown: {
      title,
      result: mask ? maskTokens(input.result) : input.result,
      findingTexts: input.result.findings.map(({ start, end, excerpt }) =>
        mask ? excerpt : slice(input.text, start, end),
      ),
    },
    masked: mask,
    means: maps.means,
    heads: maps.heads,
  };
  const json = deflateRawSync(Buffer.from(JSON.stringify(report))).toString('base64');
  const blocks = [...new Map([[blockNames.report, json], ...maps.blocks])].map(
    ([name, text]) => `<script type="application/octet-stream" id="attn-${name}">${text}</script>`,
  );
  // A closing tag inside the program would end its element early; in JavaScript strings `<\/` means the same.
  const script = input.appJs.replaceAll('</script', '<\\/script');
  const nonce = createHash('sha256').update(script).update(json).digest('base64url').slice(0, 22);
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta property="csp-nonce" content="${nonce}">
<title>${escapeHtml(title)} · Attnscope</title>
<style nonce="${nonce}">${input.css.replaceAll('</style', '<\\/style')}</style>
</head>
<body class="attn-report">
<div id="app"></div>
<noscript>This report draws its pictures with a script of its own, and scripts are turned off here.</noscript>
${blocks.join('\n')}
<script nonce="${nonce}">${script}</script>
</body>
</html>
`;
}

function slice(text: string, start: number, end: number): string {
  return end - start > LONGEST_SLICE
    ? `${text.slice(start, start + LONGEST_SLICE)}…`
    : text.slice(start, end);
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"'\p{Cc}\p{Cf}]/gu, (character) => `&#${character.codePointAt(0)!.toString(10)};`);
}
