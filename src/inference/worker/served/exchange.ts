import { request as plainly, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as encrypted } from 'node:https';
import { AttnscopeError } from '../../../protocol/errors';
import { plainText } from '../../../protocol/plainText';
import { sentence } from '../../../protocol/sentence';
import type { ServedAddress } from '../../../protocol/text/servedAddress';
import { PassingTrouble, refusal, tooSlow, unreachable } from './refusals';

/** A server, and how it is spoken to. */
export interface Server {
  address: ServedAddress;
  /** Sent as `Authorization: Bearer`. */
  token: string | undefined;
  /** Certificates (PEM) that are trusted in place of Node's own list. */
  certificates: Buffer | undefined;
  /** Time that an exchange may take in all, ms. */
  limitMs: number;
}

/** Time until a connection stands, ms. */
const CONNECT_MS = 10_000;
/** What is read of an answer that says what went wrong, bytes. */
const REASON_BYTES = 4096;
/** What a server says while it starts, has too much to do, or has lost the model's own process. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * Asks a server for what lies below the address of its model, and has `read` take the answer in. Redirects are not
 * followed: what is sent goes to the server that the person named. Throws what the server, the network, or `read` refuses.
 */
export async function exchange<T>(
  server: Server,
  below: string,
  body: string | undefined,
  read: (answer: IncomingMessage) => Promise<T>,
): Promise<T> {
  const { address, token, certificates, limitMs } = server;
  const { host } = address;
  const deadline = AbortSignal.timeout(limitMs);
  const options: RequestOptions & { ca?: Buffer } = {
    method: body === undefined ? 'GET' : 'POST',
    signal: deadline,
    headers: {
      accept: 'application/octet-stream, application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    },
    ...(certificates ? { ca: certificates } : {}),
  };
  const ask = address.url.protocol === 'https:' ? encrypted : plainly;
  const asked = ask(`${address.url.href}${below}`, options);
  try {
    const answer = await answerTo(asked, body);
    await refuseStatus(answer, host);
    return await read(answer);
  } catch (error) {
    if (error instanceof AttnscopeError) throw error;
    throw deadline.aborted ? tooSlow(host, limitMs) : unreachable(host, error);
  } finally {
    // Where the answer was read to its end this closes nothing that is still of use.
    asked.destroy();
  }
}

function answerTo(asked: ReturnType<typeof plainly>, body: string | undefined): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const unconnected = setTimeout(
      () => asked.destroy(Object.assign(new Error('no connection'), { code: 'ETIMEDOUT' })),
      CONNECT_MS,
    );
    const connected = () => clearTimeout(unconnected);
    asked.once('socket', (socket) => (socket.connecting ? socket.once('connect', connected) : connected()));
    asked.once('response', resolve);
    // What comes after an answer is told by reading it.
    asked.on('error', reject);
    asked.on('close', connected);
    asked.end(body);
  });
}

async function refuseStatus(answer: IncomingMessage, host: string): Promise<void> {
  const status = answer.statusCode ?? 0;
  if (status >= 200 && status < 300) return;
  if (status >= 300 && status < 400) {
    const to = plainText(String(answer.headers.location ?? '?'), 200);
    throw refusal([
      sentence(
        'The server {host} sends elsewhere, to {to}, and nothing is sent there unasked. Give that address if you mean it.',
        { host, to },
      ),
    ]);
  }
  if (status === 401 || status === 403) {
    throw refusal([
      sentence(
        'The server {host} does not let this request in (status {status}). Give its token, or ask who runs it whether you may use this model.',
        { host, status },
      ),
    ]);
  }
  const reason = await reasonIn(answer);
  const said = [
    sentence('The server {host} answers with status {status}.', { host, status }),
    ...(reason ? [sentence('In its own words: "{reason}".', { reason })] : []),
  ];
  if (PASSING.has(status)) throw new PassingTrouble('bad-model', said);
  const advice =
    status === 404
      ? [sentence('Look whether it serves a model of this name, and speaks the Open Inference Protocol.')]
      : [];
  throw refusal([...said, ...advice]);
}

/** What a server says of a failure: the protocol's `error`, or the text itself. A web page says nothing. */
async function reasonIn(answer: IncomingMessage): Promise<string> {
  if (isPage(answer)) return '';
  let text = '';
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      text += chunk.toString('utf8');
      if (text.length >= REASON_BYTES) break;
    }
    const { error } = JSON.parse(text) as { error?: unknown };
    if (typeof error === 'string') text = error;
  } catch {
    // It is no JSON, or was cut off.
  }
  return plainText(text.replace(/\s+/g, ' ').trim(), 300).replace(/[.\s]+$/, '');
}

/** Whether an answer is a web page, as a proxy or a login gives. */
export function isPage(answer: IncomingMessage): boolean {
  return /^text\/html\b/i.test(answer.headers['content-type'] ?? '');
}
