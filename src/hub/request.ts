import { AttnscopeError, cancelled } from '../protocol/errors';
import { plainText } from '../protocol/plainText';
import type { Connection } from './connection';
import { refusedBy } from './refusals';
import { Unreached } from './unreached';

/** Most redirects of one request. */
const MOST_REDIRECTS = 6;

/**
 * Asks the hub, and where it sends us. The token goes to the endpoint alone. Gives answers that are a success.
 *
 * @param alive called with each sign of life; `signal` ends the request where none comes
 * @throws AttnscopeError with what the hub refuses; Unreached where another try may bring it
 */
export async function ask(
  address: string,
  headers: Readonly<Record<string, string>>,
  { endpoint, token, fetch, signal: person }: Connection,
  { signal, alive }: { signal: AbortSignal; alive(): void },
): Promise<Response> {
  let url = new URL(address);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const isHub = url.origin === new URL(endpoint).origin;
    const response = await fetch(url.href, {
      headers: { ...headers, ...(token && isHub ? { authorization: `Bearer ${token}` } : {}) },
      redirect: 'manual',
      signal,
    }).catch((error: unknown) => {
      throw person.aborted ? cancelled() : new Unreached(reasonOf(error), { cause: error });
    });
    alive();
    if (response.ok) return response;
    const next = response.status >= 300 && response.status < 400 && response.headers.get('location');
    if (!next) throw await refusedBy(response, url, token !== undefined);
    await response.body?.cancel();
    const target = URL.canParse(next, url.href) ? new URL(next, url) : undefined;
    // What began encrypted stays so.
    if (
      !target ||
      !/^https?:$/.test(target.protocol) ||
      (url.protocol === 'https:' && target.protocol === 'http:')
    )
      throw new Unreached('it leads to an address that is not safe');
    url = target;
  }
  throw new Unreached('it leads from one address to another without an end');
}

/** Why a request failed, as the end of a sentence. */
export function reasonOf(error: unknown): string {
  // `fetch failed` says nothing; what it was caused by does.
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (cause instanceof AttnscopeError) return cause.message;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return plainText(code || (cause instanceof Error ? cause.message : String(cause)), 120);
}
