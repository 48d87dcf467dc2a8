import { analyze } from '../../src/analysis/analyze';
import { readDocument } from '../../src/analysis/readDocument';
import type { Inference } from '../../src/protocol/borders/inference';
import { type AnalysisResult, openAnalysis } from '../../src/protocol/analysis';
import type { ReadAs } from '../../src/protocol/prompt';
import { BUNDLED } from './bundledModel';

/** What the bundled model reads of a text. */
export async function readBundled(inference: Inference, text: string, as?: ReadAs): Promise<AnalysisResult> {
  const { result } = await analyze(inference, {
    text,
    model: BUNDLED,
    overflow: 'refuse',
    toolVersion: '0',
    read: () => readDocument({ text, as }),
  });
  return openAnalysis(result);
}
