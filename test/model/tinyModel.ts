import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ElementType } from '../../src/model/onnx/onnxGraph';
import type { NodeSpec, TensorSpec } from '../../src/model/onnx/graphSpec';
import { writeModel } from '../../src/model/onnx/writeModel';

/** Two heads of width 4 over a vocabulary of 32 tokens. */
const [VOCABULARY, HEADS, WIDTH] = [32, 2, 4] as const;

/** Weights that are the same everywhere and make attention far from uniform. */
function weights(size: number, seed: number): Float32Array {
  return Float32Array.from({ length: size }, (_, i) => 2 * Math.sin(1 + seed + 7.3 * i));
}

/** How the model differs from a causal one of 32 tokens in one file. */
export interface TinyOptions {
  /** The keys' bytes lie in a file of this name. */
  data?: string;
  /** Where they begin there; what is before takes no room on the disk. */
  dataAt?: number;
  /** Only so many of the 32 tokens. */
  vocabulary?: number;
  /** Every token sees all others. */
  bothWays?: boolean;
  /** A token that draws attention from all the others. */
  drawing?: number;
  /** It says what comes next. */
  says?: boolean;
  /** One operator computes attention, and gives no map by itself. */
  fused?: boolean;
}

const values = weights(VOCABULARY * HEADS * WIDTH, 3);
/** `[heads * width, vocabulary]`. */
const output = weights(HEADS * WIDTH * VOCABULARY, 4);

/** Vectors of every token: all queries have the same last component, which the key of a drawing token meets. */
function vectors(drawing: number | undefined): { queries: Float32Array; keys: Float32Array } {
  const queries = weights(VOCABULARY * HEADS * WIDTH, 1);
  const keys = weights(VOCABULARY * HEADS * WIDTH, 2);
  if (drawing === undefined) return { queries, keys };
  for (let at = WIDTH - 1; at < queries.length; at += WIDTH) {
    queries[at] = 1;
    keys[at] = Math.floor(at / (HEADS * WIDTH)) === drawing ? 12 : 0;
  }
  return { queries, keys };
}

/**
 * Writes a model folder of one attention layer without a cache: tokens look up their query, key and value
 * vectors.
 */
export function writeTinyModel(folder: string, options: TinyOptions = {}): string {
  const {
    data,
    dataAt = 0,
    vocabulary = VOCABULARY,
    bothWays = false,
    drawing,
    says = false,
    fused = false,
  } = options;
  const { queries, keys } = vectors(drawing);
  const bytes = ({ buffer, byteOffset, byteLength }: Float32Array | BigInt64Array) => ({
    bytes: new Uint8Array(buffer, byteOffset, byteLength),
  });
  const table = (name: string, array: Float32Array): TensorSpec => ({
    name,
    type: ElementType.float32,
    shape: [vocabulary, HEADS * WIDTH],
    data:
      data && name === 'keys'
        ? { file: data, offset: dataAt, length: array.byteLength }
        : bytes(array.subarray(0, vocabulary * HEADS * WIDTH)),
  });
  const ints = (name: string, ...numbers: number[]): TensorSpec => ({
    name,
    type: ElementType.int64,
    shape: [numbers.length],
    data: bytes(BigInt64Array.from(numbers, BigInt)),
  });
  const node = (
    op: string,
    inputs: string[],
    output: string,
    attributes: NodeSpec['attributes'] = {},
  ): NodeSpec => ({ name: output, op, domain: '', inputs, outputs: [output], attributes });
  const heads = (name: string, permutation: number[]) => [
    node('Gather', [name, 'input_ids'], `${name}.rows`),
    node('Reshape', [`${name}.rows`, 'split'], `${name}.split`),
    node('Transpose', [`${name}.split`], `${name}.heads`, { perm: permutation }),
  ];
  const spelledOut = [
    ...heads('queries', [0, 2, 1, 3]),
    ...heads('keys', [0, 2, 3, 1]),
    ...heads('values', [0, 2, 1, 3]),
    node('MatMul', ['queries.heads', 'keys.heads'], 'scores'),
    node('Shape', ['scores'], 'scores.shape'),
    node('ConstantOfShape', ['scores.shape'], 'zeros'),
    node('Sub', ['zeros', 'large'], 'lowest'),
    node('Trilu', ['lowest', 'one'], 'mask', { upper: 1 }),
    node('Add', ['scores', 'mask'], 'masked'),
    node('Softmax', [bothWays ? 'scores' : 'masked'], 'weights', { axis: -1 }),
    node('MatMul', ['weights', 'values.heads'], 'mixed'),
    node('Transpose', ['mixed'], 'mixed.tokens', { perm: [0, 2, 1, 3] }),
    node('Reshape', ['mixed.tokens', 'joined'], 'state'),
  ];
  const rows = ['queries', 'keys', 'values'];
  const operator = [
    ...rows.map((name) => node('Gather', [name, 'input_ids'], `${name}.rows`)),
    {
      ...node(
        'MultiHeadAttention',
        rows.map((name) => `${name}.rows`),
        'state',
        { num_heads: HEADS, scale: { float: 1 }, unidirectional: bothWays ? 0 : 1 },
      ),
      domain: 'com.microsoft',
    },
  ];
  const model = writeModel({
    name: 'tiny',
    producer: { name: 'tests', version: '1' },
    opsets: { '': 17, ...(fused && { 'com.microsoft': 1 }) },
    nodes: [...(fused ? operator : spelledOut), node('MatMul', ['state', 'output'], 'logits')],
    tensors: [
      table('queries', queries),
      table('keys', keys),
      table('values', values),
      ints('split', 0, 0, HEADS, WIDTH),
      ints('joined', 0, 0, HEADS * WIDTH),
      {
        ...{ name: 'output', type: ElementType.float32, shape: [HEADS * WIDTH, VOCABULARY] },
        data: bytes(output),
      },
      { ...ints('one', 1), shape: [] },
      { name: 'large', type: ElementType.float32, shape: [], data: bytes(Float32Array.of(1e9)) },
    ],
    inputs: [{ name: 'input_ids', type: ElementType.int64, shape: ['batch', 'sequence'] }],
    outputs: [
      fused
        ? { name: 'state', type: ElementType.float32, shape: ['batch', 'sequence', HEADS * WIDTH] }
        : { name: 'mixed', type: ElementType.float32, shape: ['batch', HEADS, 'sequence', WIDTH] },
      ...(says
        ? [{ name: 'logits', type: ElementType.float32, shape: ['batch', 'sequence', VOCABULARY] }]
        : []),
    ],
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'model.onnx'), model);
  if (data) {
    mkdirSync(dirname(join(folder, data)), { recursive: true });
    const file = openSync(join(folder, data), 'w');
    writeSync(file, new Uint8Array(keys.buffer), 0, undefined, dataAt);
    closeSync(file);
  }
  return join(folder, 'model.onnx');
}

/** The map `[heads, queries, keys]` by the formula: softmax of query times key over the keys that are seen. */
export function tinyMap(
  ids: readonly number[],
  { bothWays = false, drawing }: TinyOptions = {},
): number[][][] {
  const { queries, keys } = vectors(drawing);
  const dot = (head: number, query: number, key: number) => {
    let sum = 0;
    for (let i = 0; i < WIDTH; i++) {
      const at = (id: number) => (id * HEADS + head) * WIDTH + i;
      sum += queries[at(query)]! * keys[at(key)]!;
    }
    return sum;
  };
  return Array.from({ length: HEADS }, (_, head) =>
    ids.map((query, q) => {
      const scores = ids.map((key, k) => (bothWays || k <= q ? dot(head, query, key) : -Infinity));
      const top = Math.max(...scores);
      const exps = scores.map((score) => Math.exp(score - top));
      const sum = exps.reduce((a, b) => a + b);
      return exps.map((e) => e / sum);
    }),
  );
}

/** Logits `[vocabulary]` after these tokens, by the formula: what the last query mixes, times the output's table. */
export function tinyLogits(ids: readonly number[]): number[] {
  const mixed = tinyMap(ids).flatMap((map, head) =>
    Array.from({ length: WIDTH }, (_, i) =>
      ids.reduce((sum, id, k) => sum + map.at(-1)![k]! * values[(id * HEADS + head) * WIDTH + i]!, 0),
    ),
  );
  return Array.from({ length: VOCABULARY }, (_, token) =>
    mixed.reduce((sum, value, i) => sum + value * output[i * VOCABULARY + token]!, 0),
  );
}

/**
 * Writes a tokenizer beside a tiny model: token 0 is `[CLS]`, 1 is `[SEP]`, and any other is a word of its own, `w2` to
 * `w31`. `marked`: it puts the two around a text, as those of BERT do.
 */
export function writeTinyTokenizer(folder: string, marked: boolean): void {
  const special = ['[CLS]', '[SEP]'];
  const vocab = Object.fromEntries(
    Array.from({ length: VOCABULARY }, (_, id) => [special[id] ?? `w${id}`, id]),
  );
  const around = special.map((id, n) => [id, { id, ids: [n], tokens: [id] }]);
  const [first, last] = special.map((id) => ({ SpecialToken: { id, type_id: 0 } }));
  const text = (id: string, type_id: number) => ({ Sequence: { id, type_id } });
  const tokenizer = {
    version: '1.0',
    added_tokens: special.map((content, id) => ({
      ...{ id, content, special: true, normalized: false },
      ...{ single_word: false, lstrip: false, rstrip: false },
    })),
    normalizer: null,
    pre_tokenizer: { type: 'WhitespaceSplit' },
    post_processor: marked
      ? {
          type: 'TemplateProcessing',
          single: [first, text('A', 0), last],
          pair: [text('A', 0), text('B', 1)],
          special_tokens: Object.fromEntries(around),
        }
      : null,
    decoder: null,
    model: { type: 'WordLevel', vocab, unk_token: 'w2' },
  };
  writeFileSync(join(folder, 'tokenizer.json'), JSON.stringify(tokenizer));
}
