import type { HeadLabel } from '../../../src/attention/heads/labels';
import { strings } from '../../text/strings';

/** What heads are called, in English. */
export const labelNames: Record<HeadLabel, string> = {
  induction: strings.labelInduction,
  previousToken: strings.labelPrevious,
  duplicateToken: strings.labelDuplicate,
  sink: strings.labelSink,
  local: strings.labelLocal,
  broad: strings.labelBroad,
};
