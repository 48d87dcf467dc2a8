import { AttnscopeError } from '../protocol/errors';
import { quoted } from '../protocol/plainText';
import { sentence } from '../protocol/sentence';

/** How the hub is reached. */
export interface Connection {
  /** Its address, without a slash at the end. */
  endpoint: string;
  /** Sent to the endpoint alone, never to where it redirects. */
  token: string | undefined;
  /** Makes one request; knows of proxies. */
  fetch: typeof fetch;
  signal: AbortSignal;
  times: Times;
}

/** Waiting times, in ms. */
export interface Times {
  /** Longest silence of a server. */
  silence: number;
  /** Before a further try; the last holds for all that follow. As many tries may bring nothing. */
  pauses: readonly number[];
}

export const TIMES: Times = { silence: 30_000, pauses: [500, 1_000, 2_000, 4_000, 8_000] };

/** The hub where nothing else is set. */
export const HUB = 'https://huggingface.co';

/**
 * The address of the hub as a person writes it, in the one form that is used.
 *
 * @throws AttnscopeError `bad-input` where it is no address, or would carry the token in the clear
 */
export function hubEndpoint(written: string, hasToken: boolean): string {
  const text = written.trim() || HUB;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.search !== '')
    throw new AttnscopeError('bad-input', [
      sentence('{address} is no address of a hub.', { address: quoted(text) }),
      sentence('Write it as https://HOST.'),
    ]);
  if (hasToken && url.protocol === 'http:' && !isLoopback(url.hostname))
    throw new AttnscopeError('bad-input', [
      sentence('The hub {address} is not encrypted, so the token is not sent there.', {
        address: quoted(text),
      }),
      sentence('Use an address that begins with https, or forget the token.'),
    ]);
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(host);
