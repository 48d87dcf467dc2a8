import { AttnscopeError } from '../../../protocol/errors';
import type { AskedHeads } from '../../../protocol/requests/heads';

/** @throws AttnscopeError `bad-input` where something is asked about tokens that the prompt does not have. */
export function refuseOutside(
  { sink, reading, sets, groupOf = [] }: Omit<AskedHeads, 'groupOf'> & Partial<AskedHeads>,
  tokens: number,
): void {
  const isToken = (token: number | null) => token === null || token < tokens;
  const inOrder = sets.every((runs) =>
    runs.every(({ first, end }, at) => first < end && end <= tokens && first >= (runs[at - 1]?.end ?? 0)),
  );
  if (isToken(sink) && isToken(reading.token) && inOrder && groupOf.length <= tokens) return;
  throw new AttnscopeError(
    'bad-input',
    `The prompt's tokens are 0 to ${tokens - 1}. Ask for sets and groups of these, the runs of a set in order.`,
  );
}
