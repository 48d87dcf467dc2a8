import type { Finding } from '../../protocol/finding';
import type { Segment } from '../../protocol/prompt';

/** A finding where it stands. */
export interface FoundIn {
  /** The source that the ranges of finding and segment point into. */
  text: string;
  /** The segment that the finding is in. */
  segment: Segment;
  finding: Finding;
}
