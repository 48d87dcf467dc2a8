import type { Treated } from '../protocol/attention';

const NOTHING: Treated<number> = { raw: 0, withoutSink: 0 };

/** After − before; what is not there counts as 0. */
export function change(
  before: Treated<number> | null = NOTHING,
  after: Treated<number> | null = NOTHING,
): Treated<number> {
  const [from, to] = [before ?? NOTHING, after ?? NOTHING];
  return { raw: to.raw - from.raw, withoutSink: to.withoutSink - from.withoutSink };
}
