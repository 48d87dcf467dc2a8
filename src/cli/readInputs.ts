import { parse, type ParseError } from 'jsonc-parser';
import { AttnscopeError } from '../protocol/errors';
import type { TensorInput } from '../protocol/borders/inference';
import { quoted } from '../protocol/plainText';
import { fieldsOf, inPlainJson, parsePythonJson } from '../protocol/text/pythonJson';
import { readText } from '../files/readInput';

/** The form of the file, and where it is described in full. */
const FORM =
  'Write {"inputs": {NAME: {"dtype": "int64", "dims": [1, 2], "data": [5, 6]}}}; see docs/extract.md.';

/**
 * Reads the file of `extract --inputs`: tensors by the names of the graph's inputs. Whether they suit the
 * model is checked where that is known.
 *
 * @throws AttnscopeError `bad-input`, naming the file, the input and what is wrong with it.
 */
export async function readInputs(file: string): Promise<Record<string, TensorInput>> {
  const refuse = (what: string): never => {
    throw new AttnscopeError('bad-input', `${quoted(file)} ${what} ${FORM}`);
  };
  const text = await readText(file);
  const document = fieldsOf(parseJson(text, refuse));
  const inputs = fieldsOf(document?.inputs);
  if (!inputs) return refuse('has no object "inputs" at its top.');
  return Object.fromEntries(
    Object.entries(inputs).map(([name, tensor]) => {
      const wrong = whatIsWrong(tensor);
      if (wrong !== undefined) refuse(`does not describe the input ${quoted(name)}: ${wrong}.`);
      return [name, tensor as TensorInput];
    }),
  );
}

function parseJson(text: string, refuse: (what: string) => never): unknown {
  try {
    return parsePythonJson(text);
  } catch {
    const errors: ParseError[] = [];
    const plain = inPlainJson(text);
    parse(plain, errors, { disallowComments: true });
    const offset = errors[0]?.offset ?? plain.length;
    if (plain.slice(offset).trim() === '') return refuse('is not valid JSON: it ends too early.');
    const before = plain.slice(0, offset).split('\n');
    const place = `line ${before.length}, column ${before.at(-1)!.length + 1}`;
    return refuse(`is not valid JSON: ${place} is not as JSON wants it.`);
  }
}

/** Why a value is not a tensor; `undefined` where it is one. */
function whatIsWrong(value: unknown): string | undefined {
  const tensor = fieldsOf(value);
  if (!tensor) return 'it is not an object with "dtype", "dims" and "data"';
  const { dtype, dims, data } = tensor;
  if (typeof dtype !== 'string') return `its "dtype" is ${kindOf(dtype)}, not a name such as "int64"`;
  if (!Array.isArray(dims)) return `its "dims" is ${kindOf(dims)}, not a list of sizes`;
  const size = dims.findIndex((dim) => !Number.isSafeInteger(dim) || (dim as number) < 0);
  if (size >= 0) return `its "dims" holds ${kindOf(dims[size])} where whole numbers from 0 on belong`;
  if (!Array.isArray(data)) return `its "data" is ${kindOf(data)}, not a list of values`;
  const at = data.findIndex((one) => typeof one !== 'number' && typeof one !== 'boolean');
  if (at < 0) return undefined;
  if (Array.isArray(data[at])) return 'its "data" holds lists: write all values as one list, in row order';
  return `its "data" holds ${kindOf(data[at])} (value ${at + 1}) where numbers or true and false belong`;
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null or NaN';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return 'a text';
  return typeof value === 'object' ? 'an object' : String(value);
}
