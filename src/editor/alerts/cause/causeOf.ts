import { sectionMap } from '../../../monitor/alerts/sectionMap';
import type { Inference } from '../../../protocol/borders/inference';
import type { Alert } from '../../../protocol/measured/alert';
import type { RootCause } from '../../../protocol/measured/rootCause';
import type { Analysis } from '../../analysis/analysis';
import { openBaseline, type OpenedBaseline } from '../check/baselineFile';
import { measure } from '../check/checkAnalysis';

/**
 * What the page shows of an alert: its statistics, the tokens of each section, and what the baseline expects, where the
 * baseline that made it is at hand.
 */
export async function causeOf(
  alert: Alert,
  analysis: Analysis,
  { inference, baseline }: { inference: Inference; baseline: string | undefined },
): Promise<RootCause> {
  const opened = await baselineOf(alert, analysis, baseline);
  const features = await measure(inference, analysis);
  return {
    alert,
    tokens: features.sections.map(({ section, runs }) => ({ section, runs })),
    map: opened && sectionMap(opened.monitor, features),
  };
}

/** The baseline that made an alert; `null` where another one is set by now, or none, or another model reads. */
async function baselineOf(
  { baseline: { sha256 } }: Alert,
  { shown }: Analysis,
  file: string | undefined,
): Promise<OpenedBaseline | null> {
  if (file === undefined) return null;
  const opened = await openBaseline(file).catch(() => null);
  const isIts = opened?.named.sha256 === sha256;
  return isIts && opened.monitor.baseline.model.sha256 === shown.result.model.sha256 ? opened : null;
}
