import { compare, type Analysed } from '../comparison/compare';
import type { Inference, RequestOptions } from '../protocol/borders/inference';
import type { Comparison } from '../protocol/measured/comparison';
import type { Apart } from '../protocol/requests/divergence';

const SAME: Apart = { kl: 0, klBack: 0, js: 0 };

/**
 * Compares two prompts that `model`, a folder or graph file, has read; asks it how far its next words are apart.
 *
 * @throws AttnscopeError `bad-input` where two models read them; else what the inference process refuses.
 */
export async function comparePrompts(
  inference: Inference,
  model: string,
  [before, after]: readonly [Analysed, Analysed],
  options: RequestOptions = {},
): Promise<Comparison> {
  const [one, other] = [idsOf(before), idsOf(after)];
  const isSilent = before.result.next.length === 0 || after.result.next.length === 0;
  const isSame = one.length === other.length && one.every((id, at) => id === other[at]);
  const divergence = isSilent
    ? null
    : isSame
      ? SAME
      : await inference.request('divergence', { model, before: one, after: other }, options);
  return compare(before, after, divergence);
}

function idsOf({ result }: Analysed): number[] {
  return result.tokens.map(({ id }) => id);
}
