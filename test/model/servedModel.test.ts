import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyze } from '../../src/analysis/analyze';
import { readDocument } from '../../src/analysis/readDocument';
import {
  createInferenceClient,
  type InferenceClient,
} from '../../src/inference/client/createInferenceClient';
import { openAnalysis } from '../../src/protocol/analysis';
import { startServer, type Manner, type ModelServer } from './modelServer';
import { writeTinyModel, writeTinyTokenizer } from './tinyModel';

const childPath = path.resolve(import.meta.dirname, '../../dist/inference.js');
const text = 'w3 w17 w5 w5 w30 w8';
const tokenIds = [3, 17, 5, 5, 30, 8];

let folder: string;
let client: InferenceClient;
let server: ModelServer;
const at = (...parts: string[]) => path.join(folder, ...parts);
const graphOf = (name: string) => at('served', name, '1', 'model.onnx');

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'attnscope-'));
  writeTinyModel(at('mine'), { says: true });
  writeTinyTokenizer(at('mine'), false);
  writeTinyModel(at('other'), { says: true, drawing: 4 });
  client = createInferenceClient({
    childPath,
    settings: {
      cacheFolder: at('cache'),
      mapBytes: 0,
      served: { tokenizer: at('served', 'mine'), timeLimitMs: 3000 },
    },
  });
  for (const name of ['mine', 'other'])
    await client.request('tap', { model: at(name), reduce: 'none', out: at('served', name) });
  server = await startServer(graphOf('mine'));
});
afterAll(async () => {
  client.dispose();
  await server.close();
  rmSync(folder, { recursive: true });
});

const read = async (model: string) => {
  const read = () => readDocument({ text, as: 'raw' });
  const { result } = await analyze(client, { text, model, overflow: 'refuse', toolVersion: '0', read });
  return openAnalysis(result);
};

const ask = (model: string, more: object = {}) =>
  client.request('maps', {
    ...{ model, tokenIds, layers: [0], heads: [0, 1, 'mean'] },
    ...{ firstQuery: 0, endQuery: tokenIds.length, pool: 1, ...more },
  });

describe('a model on a server', () => {
  it.each(['well', 'json'] as Manner[])('gives what the same model gives here (%s)', async (manner) => {
    server.behave(manner);
    const here = await read(at('mine'));
    const there = await read(server.url);
    const host = new URL(server.url).host;
    expect(there.model).toEqual({ ...here.model, name: `mine @ ${host}`, server: host });
    expect(there.tokens).toEqual(here.tokens);
    expect(there.attention).toEqual(here.attention);
    expect(there.next).toEqual(here.next);
    // Only what is looked at was asked for, and whether it is still the same model.
    const runs = server.asked.filter(({ path: place }) => place === '/v2/models/mine/infer');
    expect(runs.at(-1)!.outputs).toEqual([
      'attention_mean.0',
      'attention_last.0',
      'next_logits',
      'attnscope',
    ]);
    expect((await ask(server.url)).values).toEqual((await ask(at('mine'))).values);

    const heads = { tokenIds, sink: 0, reading: { kind: 'last' as const, token: 5 }, sets: [], groupOf: [] };
    const metrics = (model: string) => client.request('headMetrics', { model, ...heads });
    expect((await metrics(server.url)).metrics).toEqual((await metrics(at('mine'))).metrics);
    const generated = (model: string) => client.request('generate', { model, tokenIds, count: 3 });
    expect(await generated(server.url)).toEqual(await generated(at('mine')));
  });

  it('may be served with means over heads alone', async () => {
    await client.request('tap', { model: at('mine'), reduce: 'head-mean', out: at('served', 'means') });
    const means = await startServer(graphOf('means'));
    const there = await read(means.url);
    expect(there.model.heads).toBe(2);
    expect(there.attention).toEqual((await read(at('mine'))).attention);
    expect((await ask(means.url, { heads: ['mean'] })).values).toHaveLength(36);
    await expect(ask(means.url)).rejects.toThrow(/served with means over heads alone/);
    await means.close();
  });

  it('says what needs the file of the model', async () => {
    server.behave('well');
    const needs = /needs the file of the model: the server 127\.0\.0\.1:\d+ gives attention/;
    const lens = { tokenIds, position: 2, top: 1, words: [] };
    await expect(client.request('lens', { model: server.url, ...lens })).rejects.toThrow(needs);
    const spans = [{ first: 1, end: 3 }];
    await expect(
      client.request('states', { model: server.url, tokenIds, layers: [0], spans }),
    ).rejects.toThrow(needs);
    await expect(ask(server.url, { way: 'valueNorm' })).rejects.toThrow(needs);
  });
});

describe('a server that misbehaves', () => {
  it.each<[Manner, RegExp]>([
    ['silent', /did not answer in full within 3 s/],
    ['breaks off', /cannot be reached: it broke off/],
    ['page', /answers with a web page\. Nothing of it is used/],
    ['locked', /does not let this request in \(status 401\)\. Give its token/],
    ['elsewhere', /sends elsewhere, to http:\/\/other\.example\/, and nothing is sent there unasked/],
    ['busy', /status 503\. In its own words: "model is loading"/],
    ['huge', /answers with a header of 1000000000000 bytes/],
    ['misshapen', /gives the output "attnscope" as UINT8 \[\d+\] in place of UINT8 \[\d+\]/],
    ['another name', /does not give its attention/],
  ])('%s: is told in a sentence, in time', async (manner, says) => {
    server.behave(manner);
    const started = performance.now();
    await expect(read(server.url)).rejects.toThrow(says);
    expect(performance.now() - started).toBeLessThan(12_000);
  });

  it('is asked again where that helps, and only then', async () => {
    server.behave('busy', 2);
    expect((await read(server.url)).tokens).toHaveLength(tokenIds.length);
    server.behave('breaks off', 2);
    expect((await read(server.url)).tokens).toHaveLength(tokenIds.length);
    server.behave('locked');
    await expect(read(server.url)).rejects.toThrow(/status 401/);
    expect(server.asked).toHaveLength(1);
  });

  it('is found out when it has another model, or is gone, in the middle', async () => {
    server.behave('well');
    await read(server.url);
    await server.serve(graphOf('other'));
    await expect(ask(server.url)).rejects.toThrow(/in place of UINT8|has another model under this name now/);
    await expect(read(server.url)).rejects.toThrow(
      /serves another model than the one that ".*mine" was written/,
    );
    await server.serve(at('mine', 'model.onnx'));
    await expect(read(server.url)).rejects.toThrow(/not served from a file that "attnscope tap" wrote/);
    await server.serve(graphOf('mine'));
    await read(server.url);

    const other = await startServer(graphOf('mine'));
    await read(other.url);
    await other.close();
    await expect(ask(other.url)).rejects.toThrow(/cannot be reached: (nothing listens there|it broke off)/);
  });

  it('gets no token over a line that others can read', async () => {
    const env = process.env;
    process.env = { ...env, ATTNSCOPE_SERVER_TOKEN: 'secret' };
    const withToken = createInferenceClient({ childPath, settings: { cacheFolder: at('cache') } });
    try {
      const open = (model: string) => withToken.request('openModel', { model });
      await expect(open('http://models.example/v2/models/mine')).rejects.toThrow(/token .* is not sent/);
      server.behave('well');
      await open(server.url);
      expect(server.asked.every(({ authorization }) => authorization === 'Bearer secret')).toBe(true);
    } finally {
      withToken.dispose();
      process.env = env;
    }
  });

  it('gets a token that was given for it, and none that is for another', async () => {
    server.behave('well');
    const sent: (string | undefined)[] = [];
    for (const tokenHost of [new URL(server.url).host, 'models.example']) {
      const settings = { cacheFolder: at('cache'), served: { tokenHost } };
      const own = createInferenceClient({ childPath, settings, serverToken: 'mine' });
      await own.request('openModel', { model: server.url });
      sent.push(server.asked.at(-1)!.authorization);
      own.dispose();
    }
    expect(sent).toEqual(['Bearer mine', undefined]);
  });

  it('is not looked for where the address is none', async () => {
    for (const model of [
      'http://host/models/mine',
      'https://a:b@host/v2/models/mine',
      'http://h/v2/models/m?x=1',
    ])
      await expect(client.request('openModel', { model })).rejects.toThrow(
        /not the address of a served model\. Write it as https:\/\/HOST\/v2\/models\/NAME/,
      );
  });
});

/**
 * Certificates of an authority of the tests' own, for a hundred years: `server` is for 127.0.0.1, `other` for another
 * address (openssl req -x509 -newkey ec …; openssl x509 -req -CA authority.pem -extfile subjectAltName=IP:127.0.0.1).
 */
const tls = (name: string) => path.resolve(import.meta.dirname, '../fixtures/tls', name);
const identity = (name: string) => ({
  cert: readFileSync(tls(`${name}.pem`)),
  key: readFileSync(tls(`${name}.key`)),
});

describe('a server that is spoken to by https', () => {
  /** Asks for a model by a process of its own. */
  const opened = async (model: string, certificate?: string, env: NodeJS.ProcessEnv = {}) => {
    const before = process.env;
    process.env = { ...before, ATTNSCOPE_SERVER_TOKEN: 'secret', ...env };
    const served = { tokenizer: at('served', 'mine'), ...(certificate ? { certificate } : {}) };
    const own = createInferenceClient({ childPath, settings: { cacheFolder: at('cache'), served } });
    try {
      return (await own.request('openModel', { model })).name;
    } finally {
      own.dispose();
      process.env = before;
    }
  };

  it('is asked where its certificate is trusted, by a file or by Node’s own list, and gets the token', async () => {
    const encrypted = await startServer(graphOf('mine'), identity('server'));
    const { host } = new URL(encrypted.url);
    try {
      expect(await opened(encrypted.url, tls('authority.pem'))).toBe(`mine @ ${host}`);
      expect(encrypted.asked.length).toBeGreaterThan(0);
      expect(encrypted.asked.every(({ authorization }) => authorization === 'Bearer secret')).toBe(true);
      const extra = { NODE_EXTRA_CA_CERTS: tls('authority.pem') };
      expect(await opened(encrypted.url, undefined, extra)).toBe(`mine @ ${host}`);
    } finally {
      await encrypted.close();
    }
  });

  it('is told nothing where its certificate is not trusted, or is for another name', async () => {
    const [encrypted, other] = [
      await startServer(graphOf('mine'), identity('server')),
      await startServer(graphOf('mine'), identity('other')),
    ];
    try {
      await expect(opened(encrypted.url)).rejects.toThrow(
        /has a certificate that is not trusted \(UNABLE_TO_VERIFY_LEAF_SIGNATURE\)\. Name a file/,
      );
      await expect(opened(encrypted.url, tls('other.pem'))).rejects.toThrow(
        /certificate that is not trusted/,
      );
      await expect(opened(other.url, tls('authority.pem'))).rejects.toThrow(
        /certificate .* is for another name/,
      );
      await expect(opened(encrypted.url, tls('server.key'))).rejects.toThrow(
        /"[^"]*server\.key" holds no cert/,
      );
      expect([...encrypted.asked, ...other.asked]).toEqual([]);
      await expect(opened(server.url.replace('http:', 'https:'))).rejects.toThrow(
        /begins with http or https/,
      );
    } finally {
      await Promise.all([encrypted.close(), other.close()]);
    }
  });
});
