import { AttnscopeError } from '../../../protocol/errors';
import { sentence, type Sentence } from '../../../protocol/sentence';

/** What may go away by itself, so that the same is asked again. */
export class PassingTrouble extends AttnscopeError {}

export function refusal(sentences: Sentence[], options?: ErrorOptions): AttnscopeError {
  return new AttnscopeError('bad-model', sentences, options);
}

/** An answer that is not what the protocol has there; `what` says in a sentence what it is. */
export function otherThanProtocol(what: Sentence): AttnscopeError {
  return refusal([
    what,
    sentence(
      'Nothing of it is used. Look whether the server speaks the Open Inference Protocol 2, and serves the file that "attnscope tap" wrote.',
    ),
  ]);
}

export function webPage(host: string): AttnscopeError {
  return otherThanProtocol(sentence('The server {host} answers with a web page.', { host }));
}

export function tooSlow(host: string, limitMs: number): AttnscopeError {
  return refusal([
    sentence(
      'The server {host} did not answer in full within {seconds} s. Give it more time, or choose a shorter text.',
      { host, seconds: limitMs / 1000 },
    ),
  ]);
}

/** Why a connection failed, by the codes of Node and OpenSSL. */
export function unreachable(host: string, error: unknown): AttnscopeError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const cause = { cause: error };
  const lasting = lastingReason(host, code);
  if (lasting) return refusal([lasting], cause);
  const reason =
    REASONS.find(([codes]) => codes.test(code))?.[1](host) ??
    sentence('The server {host} cannot be reached ({code}).', { host, code: code || '?' });
  return new PassingTrouble('bad-model', [reason], cause);
}

const REASONS: readonly (readonly [RegExp, (host: string) => Sentence])[] = [
  [
    /^ENOTFOUND$|^EAI_/,
    (host) => sentence('The server {host} cannot be reached: its name is not known.', { host }),
  ],
  [
    /^ECONNREFUSED$/,
    (host) => sentence('The server {host} cannot be reached: nothing listens there.', { host }),
  ],
  [
    /^EHOSTUNREACH$|^ENETUNREACH$/,
    (host) => sentence('The server {host} cannot be reached: there is no way to it.', { host }),
  ],
  [/^ETIMEDOUT$/, (host) => sentence('The server {host} cannot be reached: it does not answer.', { host })],
  [
    /^ECONNRESET$|^EPIPE$|^ERR_STREAM_PREMATURE_CLOSE$/,
    (host) => sentence('The server {host} cannot be reached: it broke off.', { host }),
  ],
];

/** What asking again does not change. */
function lastingReason(host: string, code: string): Sentence | undefined {
  if (/^HPE_|^ERR_SSL_|^EPROTO$/.test(code))
    return sentence(
      'The server {host} does not say what was expected. Look whether its address begins with http or https.',
      { host },
    );
  if (code === 'CERT_HAS_EXPIRED')
    return sentence('The certificate of the server {host} has expired. Ask who runs it for a new one.', {
      host,
    });
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return sentence(
      'The certificate of the server {host} is for another name. Give the address with that name.',
      { host },
    );
  if (!/CERT|SIGNATURE|ISSUER|SELF_SIGNED/.test(code)) return undefined;
  return sentence(
    'The server {host} has a certificate that is not trusted ({code}). Name a file with the certificate that it is signed by, if you trust it.',
    { host, code },
  );
}
