import { LOGITS, plainLogits } from '../../../model/find/outputLayer';
import type { ResidualStream } from '../../../model/find/attentionLayer';
import type { GivenTensor } from '../../../model/tap/modelPiece';
import { tapStates } from '../../../model/tap/tapModel';
import { AttnscopeError } from '../../../protocol/errors';
import { quoted } from '../../../protocol/plainText';
import { sentence } from '../../../protocol/sentence';
import type { RunnableModel } from '../run/promptRun';
import type { Runtime } from '../run/tappedSession';
import { fedOf, openTapped, readModelFile, type ModelFile } from './modelFile';
import { openPiece, type Piece } from './pieces';

/**
 * Parts of a model, each a session of its own beside that of the whole: the runtime runs every node of a graph, asked for
 * or not. Weights in files beside the graph are mapped, and shared with the whole model where the runtime takes them as
 * they stand. All throw `bad-model` where the part is not found, or the file is no longer the model's.
 */
export interface ModelParts {
  /**
   * The model up to the states after layer number `last`, 0 being the first; `outputsOf(…, 'state', layers)` asks it for
   * any layer up to that. The one used last stays in memory.
   */
  statesTo(last: number): Promise<RunnableModel>;
  /** Final norm and output layer: states after the last layer in, logits `[rows, vocabulary]` out. Stays in memory. */
  outputLayer(): Promise<OutputLayer>;
  /** Opens pieces for as long as `work` takes; the graph file is read once. */
  withPieces<T>(work: (pieces: LayerPieces) => Promise<T>): Promise<T>;
  release(): Promise<void>;
}

export interface OutputLayer {
  /** `states` `[rows, hidden]` to logits `[rows, vocabulary]`; `plain`: before a cap bends them, see `plainLogits`. */
  run(states: Float32Array, rows: number, plain?: boolean): Promise<Float32Array>;
  /** Whether a cap bends the logits. */
  capped: boolean;
}

/** Pieces of single layers. */
export interface LayerPieces {
  /** The residual stream of a layer; `null` where it is not found. */
  stream(layer: number): ResidualStream | null;
  open(stream: ResidualStream, from: readonly string[], to: readonly string[]): Promise<Piece | null>;
}

/** What the parts belong to: the path and hash of the model, and the hash of what is on the disk now. */
export interface PartsOf {
  path: string;
  sha256: string;
  tableRows: RunnableModel['tableRows'];
  sha256Now(weights: readonly string[]): Promise<string>;
}

export function createModelParts(of: PartsOf, runtime: Runtime): ModelParts {
  let lower: { last: number; model: RunnableModel } | undefined;
  let output: { layer: OutputLayer; piece: Piece } | undefined;

  async function read(): Promise<ModelFile> {
    const file = await readModelFile(of.path);
    if ((await of.sha256Now(file.weights.names)) === of.sha256) return file;
    throw new AttnscopeError('bad-model', [
      sentence('The model file {path} was changed after it was opened. Analyse again.', {
        path: quoted(of.path),
      }),
    ]);
  }

  return {
    async statesTo(last) {
      if (lower?.last === last) return lower.model;
      await lower?.model.session.release();
      lower = undefined;
      const file = await read();
      const part = tapStates(file.bytes, file.graph, file.layers, file.cache, last);
      if (!part) throw without(`The hidden states after layer ${last}`, 'no sum adds attention to them');
      const session = await openTapped(file, part, runtime);
      const model = {
        ...{ session, fed: fedOf(file), tableRows: of.tableRows },
        ...{ outputs: part.outputs, cache: part.cache },
      };
      lower = { last, model };
      return model;
    },
    async outputLayer() {
      if (output) return output.layer;
      const file = await read();
      const stream = file.layers.at(-1)?.stream;
      if (!stream) throw without('The states after the last layer', 'no sum adds attention to them');
      const plain = plainLogits(file.graph);
      if (plain === null)
        throw without('The output layer', 'it gives no logits, the scores of the next token');
      const tensors = [...new Set([LOGITS, plain])];
      const piece = await openPiece(file, [given(stream, stream.after)], tensors, runtime);
      if (!piece) throw without('The output layer', 'it reads more than the states after the last layer');
      const run: OutputLayer['run'] = async (states, rows, before = false) => {
        const results = await piece.run([states], rows);
        return results[before ? tensors.indexOf(plain) : 0]!;
      };
      output = { layer: { run, capped: tensors.length > 1 }, piece };
      return output.layer;
    },
    async withPieces(work) {
      const file = await read();
      const opened: Piece[] = [];
      try {
        return await work({
          stream: (layer) => file.layers[layer]?.stream ?? null,
          async open(stream, from, to) {
            const piece = await openPiece(
              file,
              from.map((tensor) => given(stream, tensor)),
              to,
              runtime,
            );
            if (piece) opened.push(piece);
            return piece;
          },
        });
      } finally {
        for (const piece of opened) await piece.release();
      }
    },
    async release() {
      await lower?.model.session.release();
      await output?.piece.release();
      lower = undefined;
      output = undefined;
    },
  };
}

function given({ dtype }: ResidualStream, tensor: string): GivenTensor {
  return { tensor, dtype };
}

/** The refusal where a part of a model is not found. */
export function without(what: string, why: string): AttnscopeError {
  return new AttnscopeError('bad-model', [
    sentence(
      '{what} of this model cannot be read on its own: in its graph, {why}. Choose a language model whose layers add to a residual stream, as those that were exported from transformers do.',
      { what, why },
    ),
  ]);
}
