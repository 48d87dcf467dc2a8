import { plainText } from '../../protocol/plainText';
import type { Check, Diagnosis } from '../../protocol/requests/doctor';

/** Longest name out of a file, in UTF-16 code units. */
const LONGEST = 120;
/** How many inputs are told one by one; a cache has dozens. */
const MOST_INPUTS = 8;

/** A diagnosis as lines of a terminal. */
export function diagnosisText(diagnosis: Diagnosis): string {
  const { problem } = diagnosis;
  const lines = [
    ...fileLines(diagnosis),
    ...inputLines(diagnosis),
    ...layerLines(diagnosis),
    ...checkLines(diagnosis),
    '',
    problem === null ? 'Prompts can be read with this model.' : `No prompt can be read with it: ${problem}`,
  ];
  return `${lines.join('\n')}\n`;
}

const KINDS = { gguf: 'GGUF', onnx: 'ONNX', other: 'neither ONNX nor GGUF' } as const;

const plain = (text: string): string => plainText(text, LONGEST);

function fileLines(diagnosis: Diagnosis): string[] {
  const { name, kind, bytes, producer, opsets, types, sha256, contextLength, tokenizer, chatTemplate } =
    diagnosis;
  const versions = Object.entries(opsets).map(([domain, version]) => `${plain(domain)} ${version}`);
  const weights = types.map(({ type, tensors }) => `${type} × ${tensors}`);
  return [
    `${plain(name)}: ${KINDS[kind]}, ${(bytes / 1e6).toFixed(1)} MB`,
    ...(producer === null ? [] : [`${kind === 'gguf' ? 'Architecture' : 'Written by'}: ${plain(producer)}`]),
    ...(versions.length > 0 ? [`Operator sets: ${versions.join(', ')}`] : []),
    ...(weights.length > 0 ? [`Weights: ${weights.join(', ')}`] : []),
    ...(sha256 === null ? [] : [`SHA-256: ${sha256}`]),
    `Tokenizer: ${tokenizer ? 'yes' : 'none, so texts cannot be read'}`,
    `Chat template: ${chatTemplate === true ? 'yes' : chatTemplate === false ? 'none, so roles are written as headings' : `cannot be used: ${plain(chatTemplate)}`}`,
    `Context: ${contextLength === null ? 'not said' : `${contextLength} tokens`}`,
  ];
}

function inputLines({ inputs }: Diagnosis): string[] {
  if (inputs.length === 0) return [];
  const told = inputs.slice(0, MOST_INPUTS).map(({ name, type, dims, filled }) => {
    const shape = dims === null ? '' : ` [${dims.map((size) => size ?? '?').join(', ')}]`;
    return `  ${plain(name)}: ${type ?? 'type not said'}${plain(shape)}${filled === null ? '' : `, filled in: ${filled}`}`;
  });
  const more = inputs.length - told.length;
  return ['', 'Inputs', ...told, ...(more > 0 ? [`  and ${more} more`] : [])];
}

function layerLines({ layers, states }: Diagnosis): string[] {
  if (layers.length === 0) return [];
  const groups = new Map<string, number[]>();
  for (const { stack, index, via, heads, half, rowSum } of layers) {
    const parts = [
      stack === 'self' ? '' : `${stack} attention`,
      heads === null ? '' : `${heads} heads`,
      `by ${via}`,
      half ? 'in float16' : '',
      rowSum === 'one' ? '' : rowSum === 'free' ? 'rows need not sum to 1' : 'rows sum to at most 1',
    ];
    const key = parts.filter((part) => part !== '').join(', ');
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  const told = [...groups].map(([key, indices]) => `  layers ${ranges(indices)}: ${key}`);
  return [
    '',
    `Attention: ${layers.length} layers`,
    ...told,
    `  states after each layer: ${states ? 'found' : 'not found, so there is no lens and no probe'}`,
  ];
}

/** `0–3, 5` */
function ranges(indices: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const index of indices) {
    const run = runs.at(-1);
    if (run && index === run[1] + 1) run[1] = index;
    else runs.push([index, index]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
}

const NAMES: Readonly<Record<Check['name'], string>> = {
  'input-ids': 'takes token ids',
  'one-stack': 'has one stack',
  shape: 'a map is heads × queries × keys',
  numbers: 'weights are numbers',
  range: 'weights are 0 to 1',
  'row-sums': 'rows sum as they should',
  causal: 'no query reads a later key',
  pieces: 'a prompt in pieces has the same map',
};

/** Each kind of check once: at its worst over layers. */
function checkLines({ checks, layers }: Diagnosis): string[] {
  const all = [...checks, ...layers.flatMap((layer) => layer.checks)];
  if (all.length === 0) return [];
  const told = Object.entries(NAMES).flatMap(([name, words]) => {
    const own = all.filter((check) => check.name === name);
    const failed = own.find(({ passed }) => !passed);
    if (own.length === 0) return [];
    if (failed) return [`  no   ${words}: ${plain(failed.why ?? '')}`];
    const figures = own.flatMap(({ figure }) => figure ?? []);
    const limit = own[0]!.limit;
    const worst = figures.length > 0 ? `, off by at most ${Math.max(...figures).toPrecision(2)}` : '';
    return [`  yes  ${words}${worst}${worst && limit !== null ? ` (limit ${limit})` : ''}`];
  });
  return ['', 'Checks', ...told];
}
