import { readFile } from 'node:fs/promises';
import { besideGraph, type ModelFolder } from '../../../model/files/modelFolder';
import { ElementType, type OnnxSubgraph } from '../../../model/onnx/onnxGraph';
import { AttnscopeError } from '../../../protocol/errors';
import { quoted } from '../../../protocol/plainText';
import type { ServedModel } from '../../../protocol/requests/tap';
import { sentence } from '../../../protocol/sentence';
import { servedAddress } from '../../../protocol/text/servedAddress';
import type { LoadedModel, ModelServices } from '../models/loadModel';
import { openTokenizer, type ModelTokenizer } from '../tokenizer/tokenizer';
import { describeServed, type Described } from './describeServed';
import type { Server } from './exchange';
import { refusal } from './refusals';
import { runsFor, servedSession } from './servedSession';

/** Time that one request may take, ms, where the settings say nothing: a large model reads a long prompt. */
const LIMIT_MS = 300_000;
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/;

/** A model on a server, found. */
export interface FoundServed {
  folder: ModelFolder;
  server: Server;
  described: Described;
}

/** Finds the model at an address, and the files of its tokenizer on this machine. */
export async function findServed(
  model: string,
  { served = {}, serverToken }: Pick<ModelServices, 'served' | 'serverToken'>,
): Promise<FoundServed> {
  const address = servedAddress(model);
  const { url, host } = address;
  const { certificate, timeLimitMs = LIMIT_MS, tokenizer, tokenHost = host } = served;
  const token = tokenHost === host ? serverToken : undefined;
  if (token !== undefined && url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) {
    throw refusal([
      sentence(
        'The token for the server {host} is not sent, as anybody on the way could read it. Use the https address of the server, or take the token away.',
        { host },
      ),
    ]);
  }
  const certificates = certificate === undefined ? undefined : await readCertificate(certificate);
  const server: Server = { address, token, certificates, limitMs: timeLimitMs };
  const described = await describeServed(server);
  const beside = await besideGraph(tokenizer === undefined ? [] : [tokenizer]);
  const folder = {
    ...beside,
    graph: model,
    name: `${described.served.name} @ ${address.host}`,
    contextLength: described.served.contextLength ?? beside.contextLength,
  };
  if (tokenizer !== undefined) await refuseOther(tokenizer, described.served, host);
  return { folder, server, described };
}

/** A served model, ready to run. Its session answers as one of this machine does; parts of its graph are not to be had. */
export function loadServed({ folder, server, described }: FoundServed): LoadedModel {
  const { served, about } = described;
  const { host } = server.address;
  const needsFile = (): Promise<never> =>
    Promise.reject(
      refusal([
        sentence(
          'This needs the file of the model: the server {host} gives attention and the next words, but no states and no parts of the model. Choose a model on this machine for it.',
          { host },
        ),
      ]),
    );
  let tokenizer: Promise<ModelTokenizer> | undefined;
  return {
    folder,
    server: host,
    sha256: served.sha256,
    layers: served.layers,
    otherSoftmaxes: [],
    tokenizer: () =>
      (tokenizer ??= folder.tokenizer === undefined ? noTokenizer(host) : openTokenizer(folder)),
    session: servedSession(server, served, about),
    fed: fedTo(served),
    tableRows: new Map(served.vocabulary === null ? [] : [['input_ids', served.vocabulary]]),
    outputs: served.outputs,
    runsFor: (wanted, tokens) => runsFor(served, wanted, tokens),
    cache: [],
    ...{ statesTo: needsFile, outputLayer: needsFile, withPieces: needsFile },
    release: () => Promise.resolve(),
  };
}

function noTokenizer(host: string): Promise<never> {
  return Promise.reject(
    refusal([
      sentence(
        'The server {host} takes tokens, not text, and no tokenizer is named for its model. Name the folder with its tokenizer.json; "attnscope tap" puts one beside the model.',
        { host },
      ),
    ]),
  );
}

function fedTo({ inputs }: ServedModel): OnnxSubgraph {
  const values = inputs.map(({ name, dtype, dims }) => ({
    ...{ name, dims, dtype: ElementType[dtype as keyof typeof ElementType] },
  }));
  return { nodes: [], initializers: new Map(), inputs: values, outputs: [], values: new Map() };
}

/** Refuses a server whose model is not the one that the folder with the tokenizer was written with. */
async function refuseOther(folder: string, { sha256 }: ServedModel, host: string): Promise<void> {
  const text = await readFile(`${folder}/attnscope.json`, 'utf8').catch(() => undefined);
  if (text === undefined || text.includes(`"sha256": "${sha256}"`)) return;
  throw refusal([
    sentence(
      'The server {host} serves another model than the one that {folder} was written with: their hashes differ. Name the folder of the model that is served.',
      { host, folder: quoted(folder) },
    ),
  ]);
}

async function readCertificate(path: string): Promise<Buffer> {
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes?.includes('-----BEGIN CERTIFICATE-----')) return bytes;
  throw new AttnscopeError('bad-input', [
    sentence('The file {path} holds no certificate. Name a PEM file with those that you trust.', {
      path: quoted(path),
    }),
  ]);
}
