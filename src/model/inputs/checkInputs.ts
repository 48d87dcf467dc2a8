import { AttnscopeError } from '../../protocol/errors';
import type { TensorInput } from '../../protocol/borders/inference';
import { plainText, quoted } from '../../protocol/plainText';
import type { OnnxSubgraph, OnnxValue } from '../onnx/onnxGraph';
import { type Dtype, dtypeOf, dtypes, integerRange, isDtype } from './dtypes';

/** A tensor that is given, and what the model says about it. */
interface Given extends TensorInput {
  name: string;
  input: OnnxValue;
  /** Rows of the table that its values choose from; `undefined` where they choose from none. */
  rows: number | undefined;
}

/** What is wrong with a tensor, after "The input NAME"; `undefined` where nothing is. */
type Check = (given: Given) => string | undefined;

/** In order: a later check relies on those before it. */
const checks: readonly Check[] = [
  dtypeIsKnown,
  dtypeIsTaken,
  rankIsTaken,
  sizesAreTaken,
  valuesFillDims,
  hasTokens,
  valuesAreOfDtype,
  rowsExist,
];

/**
 * Checks tensors that were given by hand or by a file against the model's inputs. `rows` is that of
 * `tableRows`. Throws `bad-input`, naming the first that is wrong; unknown names are left to `fillInputs`.
 */
export function checkInputs(
  graph: OnnxSubgraph,
  given: Readonly<Record<string, TensorInput>>,
  rows: ReadonlyMap<string, number>,
): void {
  for (const [name, tensor] of Object.entries(given)) {
    const input = graph.inputs.find((one) => one.name === name);
    if (!input) continue;
    const facts = { ...tensor, name, input, rows: rows.get(name) };
    for (const check of checks) {
      const wrong = check(facts);
      if (wrong !== undefined) throw new AttnscopeError('bad-input', `The input ${quoted(name)} ${wrong}`);
    }
  }
}

function dtypeIsKnown({ dtype }: Given): string | undefined {
  if (isDtype(dtype)) return undefined;
  return `is of type ${quoted(dtype)}, which is not supported. Use one of ${dtypes.join(', ')}.`;
}

function dtypeIsTaken({ dtype, input }: Given): string | undefined {
  const taken = dtypeOf(input.dtype);
  if (taken === undefined || taken === dtype) return undefined;
  return `is ${dtype}; the model takes ${taken}. Give it as ${taken}.`;
}

function rankIsTaken({ dims, input }: Given): string | undefined {
  if (!input.dims || input.dims.length === dims.length) return undefined;
  const count = (n: number): string => `${n} ${n === 1 ? 'dimension' : 'dimensions'}`;
  return `has ${count(dims.length)}, ${shown(dims)}; the model takes ${input.dims.length}, ${shown(input.dims)}. Correct its dims.`;
}

function sizesAreTaken({ dims, input }: Given): string | undefined {
  if (!input.dims?.some((size, axis) => typeof size === 'number' && size !== dims[axis])) return undefined;
  return `has dims ${shown(dims)}; the model takes ${shown(input.dims)}. Correct them.`;
}

function valuesFillDims({ dims, data }: Given): string | undefined {
  const size = dims.reduce((n, d) => n * d, 1);
  if (size === data.length) return undefined;
  return `has ${data.length} values where its dims ${shown(dims)} make ${size}. Correct one of them.`;
}

function hasTokens({ name, dims, data }: Given): string | undefined {
  if (data.length > 0 || !isTokens(name)) return undefined;
  return `holds no token: its dims are ${shown(dims)}. Give at least one.`;
}

function valuesAreOfDtype({ dtype, data }: Given): string | undefined {
  for (const [at, value] of data.entries()) {
    const taken = whatIsTaken(dtype as Dtype, Number(value));
    if (taken !== undefined)
      return `holds ${value} (value ${at + 1} of ${data.length}); ${dtype} takes ${taken}.`;
  }
  return undefined;
}

/** What a type takes, where it does not take this value. */
function whatIsTaken(dtype: Dtype, value: number): string | undefined {
  if (dtype === 'bool') return value === 0 || value === 1 ? undefined : 'true and false, or 1 and 0';
  const range = integerRange(dtype);
  if (!range) return undefined;
  if (!Number.isInteger(value)) return 'whole numbers';
  const [least, greatest] = range;
  return value >= least && value <= greatest ? undefined : `whole numbers from ${least} to ${greatest} here`;
}

function rowsExist({ name, data, rows }: Given): string | undefined {
  if (rows === undefined) return undefined;
  const at = data.findIndex((value) => Number(value) < 0 || Number(value) >= rows);
  if (at < 0) return undefined;
  const table = isTokens(name)
    ? `the model's vocabulary has ${rows} tokens`
    : `the model has ${rows} rows to choose from`;
  return `holds ${data[at]} (value ${at + 1} of ${data.length}); ${table}, 0 to ${rows - 1}.`;
}

function isTokens(name: string): boolean {
  return /(^|_)input_ids$/.test(name);
}

/**
 * A sentence on two tensors that differ in a size for which the model has one name: why it did not run on them.
 * Not checked before the run, since exporters also give one name to sizes that may differ.
 */
export function differingSizes(
  graph: OnnxSubgraph,
  given: Readonly<Record<string, TensorInput>>,
): string | undefined {
  const seen = new Map<string, { name: string; dims: readonly number[]; size: number }>();
  for (const { name, dims: taken } of graph.inputs) {
    const dims = given[name]?.dims;
    for (const [axis, label] of (dims && taken ? taken : []).entries()) {
      if (typeof label !== 'string' || !dims) continue;
      const size = dims[axis]!;
      const other = seen.get(label) ?? { name, dims, size };
      if (other.size !== size) {
        return `The inputs ${quoted(other.name)} with dims ${shown(other.dims)} and ${quoted(name)} with dims ${shown(dims)} differ in ${quoted(label)}, which the model takes for one size. Correct them.`;
      }
      seen.set(label, other);
    }
  }
  return undefined;
}

function shown(dims: readonly (number | string | null)[]): string {
  return `[${dims.map((size) => (size === null ? 'any' : plainText(String(size), 40))).join(', ')}]`;
}
