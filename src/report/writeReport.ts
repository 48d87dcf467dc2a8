import { readFile } from 'node:fs/promises';
import type { AnalysisResult } from '../protocol/analysis';
import type { Inference } from '../protocol/borders/inference';
import { buildReport } from './html';
import { collectReportMaps, type FetchMaps } from './reportMaps';

/** What a report is of; `text` is the prompt as it was read, `mask` leaves its words out. */
export interface Reported {
  result: AnalysisResult;
  title: string;
  text: string;
  mask: boolean;
  /** The model that read it: a folder or graph file. */
  model: string;
}

/** Paths of the page's own code. */
export interface ReportCode {
  script: string;
  style: string;
}

/**
 * An analysis with all its maps as one HTML page. `onProgress`: the share of the maps that is there, 0 to 1.
 *
 * @throws AttnscopeError what the inference process refuses.
 */
export async function writeReport(
  inference: Inference,
  { model, ...reported }: Reported,
  code: ReportCode,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (share: number) => void },
): Promise<string> {
  const { result } = reported;
  const tokenIds = result.tokens.map(({ id }) => id);
  const fetch: FetchMaps = (request, onPart) =>
    inference.request(
      'maps',
      { ...request, model, tokenIds },
      { signal, onProgress: (progress) => progress.stage === 'attention' && onPart?.(progress) },
    );
  const maps = await collectReportMaps(result, fetch, { onProgress });
  const [appJs, css] = await Promise.all([readFile(code.script, 'utf8'), readFile(code.style, 'utf8')]);
  return buildReport({ ...reported, maps, appJs, css });
}
