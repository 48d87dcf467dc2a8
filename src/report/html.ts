import { deflateRawSync } from 'node:zlib';
import type { AnalysisResult } from '../protocol/analysis';
import { sealedPage } from './sealedPage';
import { blockNames, type EmbeddedComparison, type EmbeddedReport } from '../protocol/borders/embedded';
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

/** A self-contained page: what it is of, and the blocks of its maps. */
interface ReportPage extends Pick<ReportInput, 'title' | 'appJs' | 'css'> {
  report: EmbeddedReport | EmbeddedComparison;
  blocks: ReadonlyMap<string, string>;
}

/** An analysis with all its maps as one page. */
export function buildReport(input: ReportInput): string {
  const { title, appJs, css, maps } = input;
  return reportPage({ title, appJs, css, report: embeddedReport(input), blocks: maps.blocks });
}

/** What a page is given of an analysis beside its maps. */
export function embeddedReport({
  maps,
  mask,
  title,
  result,
  text,
}: Omit<ReportInput, 'appJs' | 'css'>): EmbeddedReport {
  return {
    shown: {
      title,
      result: mask ? maskTokens(result) : result,
      findingTexts: result.findings.map(({ start, end, excerpt }) =>
        mask ? excerpt : slice(text, start, end),
      ),
    },
    masked: mask,
    means: maps.means,
    heads: maps.heads,
  };
}

/**
 * One self-contained page: no request, no script but its own. All that comes from the prompt or the model
 * stands in inert blocks of base64, which the program shows as text.
 */
export function reportPage({ title, report, blocks: mapBlocks, appJs, css }: ReportPage): string {
  const json = deflateRawSync(Buffer.from(JSON.stringify(report))).toString('base64');
  const blocks = [...new Map([[blockNames.report, json], ...mapBlocks])];
  return sealedPage({
    ...{ title, css, program: appJs, data: json },
    body: `<div id="app"></div>
<noscript>This report draws its pictures with a script of its own, and scripts are turned off here.</noscript>`,
    blocks: blocks.map(([name, base64]) => [`attn-${name}`, base64]),
  });
}

function slice(text: string, start: number, end: number): string {
  return end - start > LONGEST_SLICE
    ? `${text.slice(start, start + LONGEST_SLICE)}…`
    : text.slice(start, end);
}
