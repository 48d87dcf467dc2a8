import { buildReport, type ReportInput } from '../../src/report/html';
import { collectReportMaps } from '../../src/report/reportMaps';
import type { Bundle } from './driver';
import type { MadeAnalysis } from './fixtures/analysis';

/** The report of a made-up analysis, as the command line makes it. */
export async function reportOf(
  made: MadeAnalysis,
  { js, css }: Bundle,
  options: Partial<ReportInput> & { budget?: number } = {},
): Promise<string> {
  const maps = await collectReportMaps(made.result, made.fetch, options);
  return buildReport({ ...made, maps, mask: false, appJs: js, css, ...options });
}
