import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export const MODEL = 'tests/tiny';
export const COMMIT = '0123abcd'.repeat(5);

/** One request that came, with what was sent of its headers. */
export interface Seen {
  path: string;
  range: string | undefined;
  token: string | undefined;
}

/** What a server does with the bytes of a file, in place of sending them; gives whether it did. */
export type Misbehaviour = (
  file: { path: string; bytes: Buffer; from: number; nth: number },
  response: ServerResponse,
) => boolean;

/** A hub on this machine, as much of it as a client needs: one model, its list and its files, at one commit. */
export interface HubServer {
  endpoint: string;
  seen: Seen[];
  close(): Promise<void>;
}

/** Files above this many bytes are kept as large files, with a SHA-256. */
const LARGE = 1000;

export async function startHub(
  files: Readonly<Record<string, Buffer>>,
  misbehave: Misbehaviour = () => false,
  answer: (request: IncomingMessage, response: ServerResponse) => boolean = () => false,
): Promise<HubServer> {
  const seen: Seen[] = [];
  const times = new Map<string, number>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://hub');
    const { range, authorization } = request.headers;
    seen.push({ path: pathname, range, token: authorization });
    if (answer(request, response)) return;
    const json = (value: unknown) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (pathname === `/api/models/${MODEL}/revision/main`)
      return void json({ _id: 'x', id: MODEL, sha: COMMIT, lastModified: '2026-01-01T00:00:00Z' });
    if (pathname === `/api/models/${MODEL}/tree/${COMMIT}`)
      return void json(Object.entries(files).map(([path, bytes]) => entry(path, bytes)));
    const path = decodeURIComponent(pathname.slice(`/${MODEL}/resolve/${COMMIT}/`.length));
    const bytes = pathname.startsWith(`/${MODEL}/resolve/${COMMIT}/`) ? files[path] : undefined;
    if (!bytes) return void response.writeHead(404, { 'x-error-code': 'RepoNotFound' }).end();
    const from = Number(/^bytes=(\d+)-/.exec(range ?? '')?.[1] ?? 0);
    const nth = times.get(path) ?? 0;
    times.set(path, nth + 1);
    if (misbehave({ path, bytes, from, nth }, response)) return;
    sendFrom(response, bytes, from).end(bytes.subarray(from));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Begins an answer with the bytes from there on. */
export function sendFrom(response: ServerResponse, bytes: Buffer, from: number): ServerResponse {
  return response.writeHead(206, {
    'content-length': bytes.length - from,
    'content-range': `bytes ${from}-${bytes.length - 1}/${bytes.length}`,
  });
}

function entry(path: string, bytes: Buffer): object {
  const oid = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const lfs = bytes.length > LARGE ? { lfs: { oid: sha256, size: bytes.length, pointerSize: 134 } } : {};
  return { type: 'file', path, size: bytes.length, oid, ...lfs };
}
