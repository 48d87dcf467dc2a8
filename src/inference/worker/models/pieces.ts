import { Tensor } from 'onnxruntime-node';
import { fillInputs } from '../../../model/inputs/fillInputs';
import { ElementType } from '../../../model/onnx/onnxGraph';
import { modelPiece, type GivenTensor } from '../../../model/tap/modelPiece';
import { AttnscopeError } from '../../../protocol/errors';
import { sentence } from '../../../protocol/sentence';
import { floats, type Runtime } from '../run/tappedSession';
import { toTensors } from '../run/toTensors';
import { fedOf, openTapped, type ModelFile } from './modelFile';

/** A part of a model that is fed rows of numbers of its own, each as a prompt of one token. */
export interface Piece {
  /**
   * `given`: for each tensor fed its rows `[rows, width]`. Gives for each tensor made its rows `[rows, width]`. Throws
   * `bad-model` where the graph does not keep rows apart.
   */
  run(given: readonly Float32Array[], rows: number): Promise<Float32Array[]>;
  release(): Promise<void>;
}

/** Rows that go through a piece in one run. */
const ROWS = 128;

/** Opens the part of a model between tensors; `null` where it cannot be cut out, see `modelPiece`. */
export async function openPiece(
  file: ModelFile,
  from: readonly GivenTensor[],
  to: readonly string[],
  runtime: Runtime,
): Promise<Piece | null> {
  const piece = modelPiece(file.bytes, file.graph, file.layers, from, to);
  if (!piece) return null;
  const { bytes, inputs, outputs } = piece;
  const session = await openTapped(file, { bytes, gates: new Map() }, runtime);
  const fed = fedOf(file);
  const tokens = fed.inputs.find(({ name }) => name === 'input_ids');
  const ids = (rows: number) => ({
    input_ids: {
      dtype: tokens?.dtype === ElementType.int32 ? 'int32' : 'int64',
      ...{ dims: [rows, 1], data: new Array<number>(rows).fill(0) },
    },
  });

  async function runSome(given: readonly Float32Array[], rows: number): Promise<Float32Array[]> {
    const states = given.map((data, i) => [
      inputs[i]!,
      new Tensor('float32', data, [rows, 1, data.length / rows]),
    ]);
    const others = toTensors(fillInputs(fed, tokens ? ids(rows) : {}));
    const results = await session.run({ ...others, ...Object.fromEntries(states) }, outputs);
    return outputs.map((name) => {
      const result = results[name]!;
      if (result.dims[0] === rows) return floats(result);
      throw new AttnscopeError('bad-model', [
        sentence(
          'A part of this model cannot be run on its own: its graph puts what belongs to several prompts together.',
        ),
      ]);
    });
  }

  return {
    async run(given, rows) {
      const made: Float32Array[] = [];
      for (let first = 0; first < rows; first += ROWS) {
        const count = Math.min(ROWS, rows - first);
        const some = given.map((data) => {
          const width = data.length / rows;
          return data.subarray(first * width, (first + count) * width);
        });
        for (const [i, result] of (await runSome(some, count)).entries()) {
          const width = result.length / count;
          made[i] ??= new Float32Array(rows * width);
          made[i].set(result, first * width);
        }
      }
      return made;
    },
    release: () => session.release(),
  };
}
