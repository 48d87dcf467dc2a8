import { Tensor } from 'onnxruntime-node';
import type { TappedOutput } from '../../../model/tap/buildTap';
import { ABOUT } from '../../../model/tap/server/tapForServer';
import type { TensorInput } from '../../../protocol/borders/inference';
import { AttnscopeError } from '../../../protocol/errors';
import type { ServedModel } from '../../../protocol/requests/tap';
import { sentence } from '../../../protocol/sentence';
import type { TappedSession, Tensors } from '../run/tappedSession';
import type { Server } from './exchange';
import { infer } from './infer';
import type { AskedOutput } from './readAnswer';
import { refusal } from './refusals';

/** What one answer holds at most, but for a single tensor that is larger, bytes. */
const ANSWER_BYTES = 64 * 2 ** 20;
/** A tensor that is larger is not asked for, bytes. */
const TENSOR_BYTES = 512 * 2 ** 20;

type Served = Pick<ServedModel, 'layers' | 'outputs'>;

/** A served model as a session: each run is a request. `about` is what it said of itself when it was opened. */
export function servedSession(server: Server, served: Served, about: Uint8Array): TappedSession {
  return {
    async run(feeds, names) {
      const tokens = feeds.input_ids?.dims ?? [];
      const asked = names.map((name): AskedOutput => {
        const output = served.outputs.find(({ tensor }) => tensor === name)!;
        return { name, datatype: 'FP32', dims: dimsOf(served, output, tokens) };
      });
      // With each answer it says what it is: a server may be given another model at any time.
      const self: AskedOutput = { name: ABOUT, datatype: 'UINT8', dims: [about.length] };
      for (const { dims } of asked) refuseLarge(dims);
      const given = await infer(server, plain(feeds), [...asked, self]);
      if (Buffer.compare(given.get(ABOUT)!.bytes, about) !== 0) throw changed(server);
      return Object.fromEntries(
        names.map((name) => {
          const { dims, bytes } = given.get(name)!;
          return [name, new Tensor('float32', new Float32Array(bytes.buffer), dims)];
        }),
      );
    },
    release: () => Promise.resolve(),
  };
}

/** Cuts what is wanted of a prompt into runs whose answers stay small: a server makes an answer whole before it sends it. */
export function runsFor(served: Served, wanted: readonly TappedOutput[], tokens: number): TappedOutput[][] {
  const runs: TappedOutput[][] = [];
  let bytes = Infinity;
  for (const output of wanted) {
    const size = bytesOf(dimsOf(served, output as Served['outputs'][number], [1, tokens]));
    if (bytes + size > ANSWER_BYTES) {
      runs.push([]);
      bytes = 0;
    }
    runs.at(-1)!.push(output);
    bytes += size;
  }
  return runs;
}

function dimsOf(
  { layers }: Served,
  { kind, layer }: Served['outputs'][number],
  [batch = 1, tokens = 0]: readonly number[],
): AskedOutput['dims'] {
  const { heads } = layers[layer]!;
  const row = [batch, heads, 1, tokens];
  const dims: Record<typeof kind, AskedOutput['dims']> = {
    map: [batch, heads, tokens, tokens],
    headMean: [batch, 1, tokens, tokens],
    ...{ lastRow: row, firstRow: row, meanRow: row },
    nextLogits: [batch, 1, null],
  };
  return dims[kind];
}

function bytesOf(dims: AskedOutput['dims']): number {
  return dims.reduce<number>((product, dim) => product * (dim ?? 1), 4);
}

function refuseLarge(dims: AskedOutput['dims']): void {
  const bytes = bytesOf(dims);
  if (bytes <= TENSOR_BYTES) return;
  throw new AttnscopeError('too-long', [
    sentence(
      'One map of this prompt has {bytes} MB, more than the {most} MB that are fetched from a server at once. Choose a shorter text, or look at means over heads.',
      { bytes: Math.round(bytes / 1e6), most: Math.round(TENSOR_BYTES / 1e6) },
    ),
  ]);
}

/** Tensors as plain numbers: what is fed is small, and every server takes it as JSON. */
function plain(feeds: Tensors): Record<string, TensorInput> {
  return Object.fromEntries(
    Object.entries(feeds).map(([name, { type, dims, data }]) => [
      name,
      {
        dtype: type,
        dims: [...dims],
        data: Array.from(data as Iterable<number | bigint>, (value) =>
          type === 'bool' ? Boolean(value) : Number(value),
        ),
      },
    ]),
  );
}

function changed({ address: { host } }: Server): AttnscopeError {
  return refusal([
    sentence(
      'The server {host} has another model under this name now. Analyze again to read with that one.',
      {
        host,
      },
    ),
  ]);
}
