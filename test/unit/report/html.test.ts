import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { type EmbeddedReport, unpackWeights } from '../../../src/protocol/borders/embedded';
import { buildReport, type ReportInput } from '../../../src/report/html';
import { collectReportMaps } from '../../../src/report/reportMaps';
import { makeAnalysis } from '../../webview/fixtures/analysis';

const words = { 3: '</script><script>alert(1)</script>', 4: '<!--' };
const made = makeAnalysis({ tokens: 24, words });

async function build(options: Partial<ReportInput> = {}): Promise<string> {
  const maps = await collectReportMaps(made.result, made.fetch);
  return buildReport({ ...made, maps, mask: false, appJs: 'const a = "</script>";', css: 'a{}', ...options });
}

function block(html: string, name: string): Buffer {
  const text = new RegExp(`<script type="application/octet-stream" id="attn-${name}">([^<]*)</script>`).exec(
    html,
  )![1]!;
  return inflateRawSync(Buffer.from(text, 'base64'));
}

test('holds no text of the prompt outside its inert blocks, whatever the prompt is', async () => {
  const html = await build({ title: '"><img src=x>' });
  expect(html).not.toContain('alert(1)');
  expect(html).not.toContain('<!--');
  expect(html).not.toContain('<img');
  expect(html).toContain('<title>&#34;&#62;&#60;img src=x&#62; · Attnscope</title>');
  // One end tag per block, and one for the program: none comes from data.
  expect(html.match(/<\/script>/g)).toHaveLength(1 + 3 * made.result.model.layers + 1);
});

test('allows no script, style or request but its own', async () => {
  const html = await build();
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  const nonce = /'nonce-([^']+)'/.exec(policy)![1]!;
  expect(html).toContain(`<script nonce="${nonce}">`);
  expect(html).not.toMatch(/https?:/);
});

test('carries the result and the weights of the model', async () => {
  const html = await build();
  const report = JSON.parse(block(html, 'report').toString()) as EmbeddedReport;
  expect(report.shown.result.tokens[3]!.text).toBe(words[3]);
  expect(report.shown.findingTexts[0]).toContain('Ignore');
  const maps = unpackWeights(block(html, 'heads-2'), 3, 24, 24, true);
  expect(maps[1 * 576 + 20 * 24 + 7]).toBeCloseTo(made.weight(2, 1, 20, 7), 4);
  const rows = unpackWeights(block(html, 'rows-1'), 3, 1, 24, false);
  expect(rows[2 * 24 + 5]).toBeCloseTo(made.weight(1, 2, 23, 5), 4);
});

test('masked, holds no word of the prompt at all', async () => {
  const html = await build({ mask: true });
  const text = block(html, 'report').toString();
  for (const word of ['Summarize', 'meeting', 'alert', 'Ignore the']) expect(text).not.toContain(word);
  expect((JSON.parse(text) as EmbeddedReport).masked).toBe(true);
});

test('is the same each time', async () => {
  expect(await build()).toBe(await build());
});
