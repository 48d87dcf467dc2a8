import { AnalysisResult, PassedAnalysis } from '../analysis';
import { z } from '../schema';

/** What a page shows of one analysis: the result and what it needs of the text. */
export const ShownAnalysis = z.object({
  /** Name of the file or document. */
  title: z.string(),
  result: AnalysisResult,
  /** `[finding]`: the matched text, for people only; shown as text, never as markup. */
  findingTexts: z.array(z.string()),
});
export type ShownAnalysis = z.infer<typeof ShownAnalysis>;

/** The same as it is passed to a page. */
export const PassedShown = z.extend(ShownAnalysis, { result: PassedAnalysis });
export type PassedShown = z.infer<typeof PassedShown>;
