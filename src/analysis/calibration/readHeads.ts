import type { HeadShares } from '../../calibration/heads';
import type { CalibrationText } from '../../calibration/texts';
import { featureNames } from '../../features/featureNames';
import type { Inference, RequestOptions } from '../../protocol/borders/inference';
import { AttnscopeError } from '../../protocol/errors';
import type { Section } from '../../protocol/measured/features';
import { measurePrompt } from '../measurePrompt';
import { readDocument } from '../readDocument';
import type { Reading } from './readTexts';

/**
 * How much each head's reading position gives the instruction: the task where there is one, else the text of the
 * author. A text that is longer than the context is left out.
 */
export async function readHeads(
  inference: Inference,
  texts: readonly CalibrationText[],
  { model, ...how }: Reading,
  options: RequestOptions,
  onRead: (done: number) => void,
): Promise<HeadShares[]> {
  const wanted: Section = how.task !== undefined || how.as === 'system' ? 'system' : 'user';
  const found: HeadShares[] = [];
  for (const [i, { file, kind, text }] of texts.entries()) {
    const [prompt] = (await readDocument({ text, ...how })).prompts;
    onRead(i + 1);
    if (!prompt) continue;
    const { input, outline } = prompt;
    try {
      const { features } = await measurePrompt(
        inference,
        { model, input, segments: outline.segments },
        options,
      );
      const shares = featureNames(features.model).flatMap(({ name, section }, at) =>
        name === 'share' && section === wanted ? [features.values[at]!] : [],
      );
      found.push({ file, planted: kind === 'planted', shares });
    } catch (error) {
      if (!(error instanceof AttnscopeError && error.code === 'too-long')) throw error;
    }
  }
  return found;
}
