import type { Params, Result } from '../../protocol/borders/channel';
import { beforeLimit } from './beforeLimit';
import { TooSlow, type Scanner } from './scanner';
import type { Methods } from './scannerThread';

/** A text of fewer UTF-16 code units is not cut any shorter, but given all the time that a request may take. */
const SHORTEST = 4_000;

/**
 * Scans as much of a text, from its start, as a budget allows: all of it, else a quarter, and so on.
 *
 * @param budgetMs time in ms that each try may take
 * @throws AttnscopeError as `scan` does; `bad-input` where even a short start took too long
 */
export async function scanWithin(
  scanner: Pick<Scanner, 'scan'>,
  params: Params<Methods, 'scan'>,
  budgetMs: number,
  signal?: AbortSignal,
): Promise<Result<Methods, 'scan'> & { checkedLength: number }> {
  for (let { text } = params; ; text = beforeLimit(text, Math.floor(text.length / 4))) {
    try {
      const isShort = text.length < SHORTEST;
      const found = await scanner.scan({ ...params, text }, signal, isShort ? undefined : budgetMs);
      return { ...found, checkedLength: text.length };
    } catch (error) {
      if (!(error instanceof TooSlow) || text.length < SHORTEST) throw error;
    }
  }
}
