import { InferenceSession, Tensor } from 'onnxruntime-node';
import { AttnscopeError } from '../../../protocol/errors';
import { gateInput } from '../../../model/tap/gateTap';
import type { TappedModel } from '../../../model/tap/tapModel';
import type { Provider } from '../../../protocol/requests/provider';
import { fromRuntime } from './runtimeErrors';

/** Tensors by name. */
export type Tensors = Readonly<Record<string, Tensor>>;

/** A model in the runtime, with its tap. */
export interface TappedSession {
  /**
   * Runs the model once and gives the tensors named: outputs of the tap, and the model's own.
   * Throws `bad-input` with the runtime's reason where it refuses what is fed.
   */
  run(feeds: Tensors, names: readonly string[]): Promise<Tensors>;
  /** Gives its memory back. */
  release(): Promise<void>;
}

/** How models are run. */
export interface Runtime {
  /** The runtime's own choice where absent. */
  threads?: number | undefined;
  /** The processor where absent. */
  provider?: Provider | undefined;
}

/** What the runtime calls a provider. */
const NAMES: Readonly<Record<Provider, string>> = {
  cpu: 'cpu',
  cuda: 'cuda',
  directml: 'dml',
  coreml: 'coreml',
  webgpu: 'webgpu',
};

/**
 * Loads a tapped model. Weights in other files are found in `weightsFolder`; `asWritten` where activations are rounded
 * between operators (QuantizeLinear): the runtime would fuse these steps, the more of them the fewer outputs are asked.
 * Throws `bad-model` with the runtime's reason.
 */
export async function openSession(
  { bytes, gates }: Pick<TappedModel, 'bytes' | 'gates'>,
  weightsFolder: string,
  { threads, provider = 'cpu' }: Runtime,
  asWritten = false,
): Promise<TappedSession> {
  try {
    const session = await InferenceSession.create(bytes, {
      graphOptimizationLevel: 'all',
      logSeverityLevel: 3,
      // Threads that wait sleep: spinning would take the cores from the editor.
      extra: {
        session: {
          intra_op: { allow_spinning: '0' },
          // What is multiplied with 4-bit matrices stays float32, where the runtime would round it to 8 bits.
          qdq_matmulnbits_accuracy_level: '1',
          ...(asWritten ? { disable_quant_qdq: '1' } : {}),
          model_external_initializers_file_folder_path: weightsFolder,
        },
      },
      ...(threads === undefined ? {} : { intraOpNumThreads: threads }),
      // Alone: beside another one, a provider that is not there would be left out without a word. What it does not know is
      // left to the processor all the same, operator by operator.
      ...(provider === 'cpu' ? {} : { executionProviders: [NAMES[provider]] }),
    });
    return tapped(session, gates);
  } catch (error) {
    throw fromRuntime(
      error,
      'bad-model',
      'The model cannot be loaded',
      'If the file is complete, it may need another version of the runtime; export it again with a lower opset.',
    );
  }
}

function tapped(session: InferenceSession, gates: TappedModel['gates']): TappedSession {
  return {
    async run(feeds, names) {
      const asked = new Set(names);
      const switches = [...gates].map(([name, gate]) => [
        gate.input,
        new Tensor('int64', gateInput(gate, asked.has(name)), [gate.rank]),
      ]);
      const fetches = names.map((name) => gates.get(name)?.output ?? name);
      const results = await session
        .run({ ...feeds, ...Object.fromEntries(switches) }, fetches)
        .catch((error: unknown) => {
          throw fromRuntime(
            error,
            'bad-input',
            'The model did not run on this input',
            'Check the inputs against what the model expects.',
          );
        });
      return Object.fromEntries(names.map((name, i) => [name, results[fetches[i]!]!]));
    },
    release: () => session.release(),
  };
}

/** The values of a float32 tensor. Throws `internal` for any other. */
export function floats(tensor: Tensor | undefined): Float32Array {
  if (tensor?.data instanceof Float32Array) return tensor.data;
  throw new AttnscopeError(
    'internal',
    `A tensor of type ${tensor?.type ?? 'none'} came where numbers were due.`,
  );
}
