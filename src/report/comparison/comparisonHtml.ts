import { readFile } from 'node:fs/promises';
import type { AnalysisResult } from '../../protocol/analysis';
import type { EmbeddedReport } from '../../protocol/borders/embedded';
import type { Inference } from '../../protocol/borders/inference';
import type { Comparison } from '../../protocol/measured/comparison';
import { embeddedReport, reportPage } from '../html';
import { collectReportMaps, MAP_BUDGET } from '../reportMaps';
import type { ReportCode } from '../writeReport';

/** One of the prompts, as it was read. */
export interface ReportedSide {
  title: string;
  text: string;
  result: AnalysisResult;
}

/** What a report of two prompts is of; `mask` leaves their words out. */
export interface ReportedComparison {
  comparison: Comparison;
  before: ReportedSide;
  after: ReportedSide;
  mask: boolean;
  /** The model that read both: a folder or graph file. */
  model: string;
}

/**
 * A comparison with the maps of both prompts as one HTML page. `onProgress`: the share of the maps that is there, 0 to 1.
 *
 * @throws AttnscopeError what the inference process refuses.
 */
export async function comparisonHtml(
  inference: Inference,
  { comparison, before, after, mask, model }: ReportedComparison,
  code: ReportCode,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (share: number) => void },
): Promise<string> {
  const blocks = new Map<string, string>();
  const collect = async (side: ReportedSide, prefix: string, from: number): Promise<EmbeddedReport> => {
    const tokenIds = side.result.tokens.map(({ id }) => id);
    const maps = await collectReportMaps(
      side.result,
      (request) => inference.request('maps', { ...request, model, tokenIds }, { signal }),
      { budget: MAP_BUDGET / 2, onProgress: (share) => onProgress(from + share / 2) },
    );
    for (const [name, text] of maps.blocks) blocks.set(prefix + name, text);
    return embeddedReport({ ...side, maps, mask });
  };
  const one = await collect(before, 'before-', 0);
  const other = await collect(after, 'after-', 0.5);
  const [appJs, css] = await Promise.all([readFile(code.script, 'utf8'), readFile(code.style, 'utf8')]);
  const title = `${before.title} → ${after.title}`;
  return reportPage({ title, report: { comparison, before: one, after: other }, blocks, appJs, css });
}
