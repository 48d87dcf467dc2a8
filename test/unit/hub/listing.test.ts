import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { Connection } from '../../../src/hub/connection';
import { listModel } from '../../../src/hub/listing';
import { COMMIT, MODEL, startHub, type HubServer } from '../../support/hubServer';

let hub: HubServer;
afterEach(() => hub.close());

const FILES = { 'model.gguf': Buffer.alloc(2000), 'config.json': Buffer.from('{}') };

async function list(
  answer: (request: IncomingMessage, response: ServerResponse) => boolean,
  token?: string,
  files: Record<string, Buffer> = FILES,
) {
  hub = await startHub(files, undefined, answer);
  const times = { silence: 200, pauses: [1, 1] };
  const signal = new AbortController().signal;
  const connection: Connection = { endpoint: hub.endpoint, token, fetch, signal, times };
  return listModel({ name: MODEL }, connection);
}
const status =
  (code: number, error = '') =>
  (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(code, error ? { 'x-error-code': error } : {}).end('<html>');
    return true;
  };

it('gives the files of a model at one commit, each with its length and hash', async () => {
  expect(await list(() => false)).toMatchObject({
    name: MODEL,
    commit: COMMIT,
    files: [
      { path: 'model.gguf', bytes: 2000, hash: { kind: 'sha256' } },
      // `printf '{}' | git hash-object --stdin`
      {
        path: 'config.json',
        bytes: 2,
        hash: { kind: 'git', hex: '9e26dfeeb6e641a33dae4961196235bdb965b21b' },
      },
    ],
  });
});

it('leaves out names that lead out of the model’s folder', async () => {
  const files = { '../outside.gguf': FILES['config.json'], 'C:\\x.gguf': FILES['config.json'], ...FILES };
  const { files: found } = await list(() => false, undefined, files);
  expect(found.map(({ path }) => path)).toEqual(['model.gguf', 'config.json']);
});

describe('a refusal is told in a sentence, with what to do', () => {
  it.each([
    [
      'an unknown model',
      status(401, 'RepoNotFound'),
      undefined,
      /has no such model, or shows it only to some\. Check its id/,
    ],
    ['the same of a mirror', status(404), undefined, /has no such model/],
    [
      'a gated model',
      status(403, 'GatedRepo'),
      'hf_x',
      /ask for consent.*on the page of the model.*HF_TOKEN/,
    ],
    ['a token that does not hold', status(401), 'hf_x', /does not take the token.*Set Hub Token/],
    ['an unknown revision', status(404, 'RevisionNotFound'), undefined, /has no such revision/],
    ['a server in trouble', status(503), undefined, /cannot be reached: it answered with status 503/],
    ['a server that is no hub', status(200), undefined, /is no list of a model’s files/],
    ['a server that says nothing', () => true, undefined, /cannot be reached: it was silent for/],
  ])('%s', async (_, answer, token, says) => {
    await expect(list(answer, token)).rejects.toThrow(says);
  });
});

it('goes on where a server was in trouble for a moment', async () => {
  let asked = 0;
  const { files } = await list((request, response) => asked++ === 0 && status(502)(request, response));
  expect(files).toHaveLength(2);
});

it('sends the token to the hub, and not to where the hub sends it', async () => {
  const other = await startHub(FILES);
  const elsewhere = (request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(302, { location: `${other.endpoint}${request.url}` }).end();
    return true;
  };
  try {
    await list(elsewhere, 'hf_secret');
    expect(hub.seen[0]!.token).toBe('Bearer hf_secret');
    expect(other.seen.map(({ token }) => token)).toEqual([undefined, undefined]);
  } finally {
    await other.close();
  }
});
