import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createEncrypted } from 'node:https';
import type { AddressInfo } from 'node:net';
import { InferenceSession, Tensor } from 'onnxruntime-node';

/** How a server behaves, other than well. */
export type Manner =
  | 'well'
  | 'json'
  | 'silent'
  | 'breaks off'
  | 'page'
  | 'locked'
  | 'elsewhere'
  | 'busy'
  | 'huge'
  | 'misshapen'
  | 'another name';

interface AskedRun {
  id: string;
  inputs: { name: string; shape: number[]; datatype: string; data: number[] }[];
  outputs: { name: string }[];
}

/** A server of one model that speaks the Open Inference Protocol 2, as far as clients notice. */
export interface ModelServer {
  url: string;
  /** How the next answers are given; `times`: so many of them, then well again. */
  behave(manner: Manner, times?: number): void;
  /** Another file under the same name. */
  serve(graph: string): Promise<void>;
  /** What was sent to it, in order. */
  readonly asked: { path: string; authorization: string | undefined; outputs: string[] }[];
  close(): Promise<void>;
}

/** `identity`: certificate and key, PEM, of a server that is spoken to by https. */
export async function startServer(
  graph: string,
  identity?: { cert: Buffer; key: Buffer },
): Promise<ModelServer> {
  let session = await InferenceSession.create(graph);
  let manner: Manner = 'well';
  let left = Infinity;
  const asked: ModelServer['asked'] = [];
  const listen = (request: IncomingMessage, response: ServerResponse): void => {
    const now = left > 0 ? manner : 'well';
    left -= 1;
    void answer(request, response, session, now, asked);
  };
  const server = identity ? createEncrypted(identity, listen) : createServer(listen);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `${identity ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}/v2/models/mine`,
    asked,
    behave(next, times = Infinity) {
      manner = next;
      left = times;
      asked.length = 0;
    },
    async serve(other) {
      session = await InferenceSession.create(other);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  session: InferenceSession,
  manner: Manner,
  asked: ModelServer['asked'],
): Promise<void> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const run = body ? (JSON.parse(body) as AskedRun) : undefined;
  const outputs = run?.outputs.map(({ name }) => name) ?? [];
  asked.push({ path: request.url!, authorization: request.headers.authorization, outputs });
  const plainly = (status: number, type: string, text: string, headers = {}) =>
    response.writeHead(status, { 'content-type': type, ...headers }).end(text);
  if (manner === 'silent') return;
  if (manner === 'page') return void plainly(200, 'text/html', '<html>Sign in</html>');
  if (manner === 'locked') return void plainly(401, 'application/json', '{"error": "no"}');
  if (manner === 'elsewhere')
    return void plainly(302, 'text/plain', '', { location: 'http://other.example/' });
  if (manner === 'busy') return void plainly(503, 'application/json', '{"error": "model is loading"}');
  if (!run) {
    const port = (name: string, size: number[]) => ({ name, datatype: 'FP32', shape: size });
    const length = ((await describe(session)) as Tensor).dims[0]!;
    const description = {
      name: manner === 'another name' ? 'yours' : 'mine',
      platform: 'test',
      inputs: session.inputNames.map((name) => port(name, [-1, -1])),
      outputs: session.outputNames.map((name) => port(name, name === 'attnscope' ? [length] : [-1, -1])),
    };
    return void plainly(200, 'application/json', JSON.stringify(description));
  }
  const feeds = run.inputs.map(
    ({ name, shape, data }) => [name, new Tensor('int64', BigInt64Array.from(data, BigInt), shape)] as const,
  );
  const results = await session.run(Object.fromEntries(feeds), outputs);
  const given = outputs.map((name) => {
    const { dims, data } = results[name]!;
    const bytes = Buffer.from(
      (data as Float32Array).buffer,
      data instanceof Float32Array ? data.byteOffset : 0,
      (data as Float32Array).byteLength,
    );
    const shape = manner === 'misshapen' ? [...dims].map((size) => size + 1) : dims;
    const head = { name, datatype: name === 'attnscope' ? 'UINT8' : 'FP32', shape };
    return manner === 'json'
      ? { head: { ...head, data: Array.from(data as Float32Array) }, bytes: Buffer.alloc(0) }
      : { head: { ...head, parameters: { binary_data_size: bytes.length } }, bytes };
  });
  const json = JSON.stringify({ id: run.id, model_name: 'mine', outputs: given.map(({ head }) => head) });
  if (manner === 'json') return void plainly(200, 'application/json', json);
  const all = Buffer.concat([Buffer.from(json), ...given.map(({ bytes }) => bytes)]);
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'inference-header-content-length': manner === 'huge' ? 10 ** 12 : Buffer.byteLength(json),
    'content-length': manner === 'huge' ? 10 ** 13 : all.length,
  });
  if (manner !== 'breaks off') return void response.end(all);
  response.write(all.subarray(0, all.length - 5), () => response.destroy());
}

async function describe(session: InferenceSession): Promise<unknown> {
  if (!session.outputNames.includes('attnscope')) return { dims: [0] };
  const one = (name: string) => [name, new Tensor('int64', [1n], [1, 1])] as const;
  return (await session.run(Object.fromEntries(session.inputNames.map(one)), ['attnscope'])).attnscope;
}
