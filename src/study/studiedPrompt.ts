import type { Behaviour } from '../protocol/behaviour';
import type { Features } from '../protocol/measured/features';
import type { StudyLine } from '../protocol/measured/study';

/** Numbers of a whole prompt, beside what heads do (docs/study.md); `null` where there is nothing to measure. */
export const PROMPT_FIGURES = [
  'anomaly',
  'publishedAnomalies',
  'publishedWithoutSink',
  'unusualRows',
  'instructionProbe',
  'dataProbe',
  'nextEntropy',
  'nextProbability',
  'leftOutKl',
] as const;
export type PromptFigure = (typeof PROMPT_FIGURES)[number];

/** A prompt of the set, and what was measured of it. */
export interface StudiedPrompt {
  line: StudyLine;
  features: Features;
  figures: Record<PromptFigure, number | null>;
  behaviour: Behaviour | null;
  /** Whether the monitor's baseline was fitted to it; it has no figure `anomaly` then. */
  reference: boolean;
}
