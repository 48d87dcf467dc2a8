import { AttnscopeError } from '../../protocol/errors';
import type { FilledInput, TensorInput } from '../../protocol/borders/inference';
import type { OnnxSubgraph, OnnxValue } from '../onnx/onnxGraph';
import { dtypeOf } from './dtypes';
import { growingAxis } from './keyValueCache';

type Given = Readonly<Record<string, TensorInput>>;

/** Inputs that say nothing new about a plain prompt, known by the names that exporters give them. */
type Kind = 'mask' | 'positions' | 'types' | 'cache' | 'cache-switch';

/**
 * Adds the well-known inputs that a graph has and `given` lacks, where nothing of their kind is given: a mask of
 * ones, positions in order, token types 0, an empty cache. Throws `bad-input`, naming them, where others are
 * missing, or where a cache is given in part: then neither the rest of it nor the positions after it are known.
 */
export function fillInputs(graph: OnnxSubgraph, given: Given): Record<string, TensorInput> {
  const { filled, lacking, partial } = filling(graph, given);
  if (lacking.length > 0) throw missingInputs(lacking, partial);
  return filled;
}

/** The inputs that `given` lacks and that cannot be filled in. */
export function lackingInputs(graph: OnnxSubgraph, given: Given): string[] {
  return filling(graph, given).lacking;
}

function filling(graph: OnnxSubgraph, given: Given) {
  const inputs = graph.inputs.filter((input) => !graph.initializers.has(input.name));
  refuseUnknown(inputs, given);
  const missing = inputs.filter((input) => !Object.hasOwn(given, input.name));
  const cache = inputs.filter((input) => kindOf(input) === 'cache');
  // An encoder's mask says nothing about the decoder's.
  const alike = (one: OnnxValue): OnnxValue[] =>
    inputs.filter((other) => kindOf(other) === kindOf(one) && sideOf(other.name) === sideOf(one.name));
  const anyGiven = (list: readonly OnnxValue[]): boolean =>
    list.some((input) => Object.hasOwn(given, input.name));
  const partial = anyGiven(cache) && cache.some((input) => missing.includes(input));
  const feed = new Feed(inputs, given, cache);
  const filled: Record<string, TensorInput> = { ...given };
  const lacking: string[] = [];
  for (const input of missing) {
    const kind = kindOf(input);
    const canFill = kind && !partial && !anyGiven(alike(input));
    const tensor = canFill ? feed.fill(input, kind) : undefined;
    if (tensor) filled[input.name] = tensor;
    else lacking.push(input.name);
  }
  return { filled, lacking, partial };
}

/** What `fillInputs` puts into an input. */
const words: Readonly<Record<Kind, string>> = {
  mask: 'ones',
  positions: 'in order',
  types: 'zeros',
  cache: 'empty',
  'cache-switch': 'whether the cache holds anything',
};

/** What `fillInputs` adds to these inputs, so that it can be told: other values would give other maps. */
export function filledInputs(graph: OnnxSubgraph, given: Given): FilledInput[] {
  return graph.inputs
    .filter(({ name }) => !graph.initializers.has(name) && !Object.hasOwn(given, name))
    .map((input) => ({ name: input.name, with: words[kindOf(input)!] }));
}

function refuseUnknown(inputs: readonly OnnxValue[], given: Given): void {
  const unknown = Object.keys(given).filter((name) => !inputs.some((input) => input.name === name));
  if (unknown.length === 0) return;
  throw new AttnscopeError(
    'bad-input',
    `The model has no input ${listed(unknown)}. It takes ${listed(inputs.map((input) => input.name))}.`,
  );
}

function missingInputs(names: readonly string[], partial: boolean): AttnscopeError {
  const why = partial
    ? 'part of its cache is given, so the rest of it, and the positions after it, cannot be filled in'
    : 'they cannot be filled in from what is given';
  return new AttnscopeError(
    'bad-input',
    `The model needs inputs that are missing: ${listed(names)}; ${why}. Give each of them${partial ? ', or leave out the whole cache' : ''}.`,
  );
}

/** Names in a message, the long tail counted; printable ASCII only. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 12).map((name) => `"${name.replace(/[^ -~]|["<>]/g, '?').slice(0, 80)}"`);
  const rest = names.length - shown.length;
  return shown.join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/** Whether an input is a part of the cache, or says whether that holds anything. */
export function isOfCache(input: OnnxValue): boolean {
  return ['cache', 'cache-switch'].includes(kindOf(input) ?? '');
}

function kindOf({ name, dims }: OnnxValue): Kind | undefined {
  if (/(^|_)attention_mask$/.test(name) && dims?.length === 2) return 'mask';
  if (/(^|_)position_ids$|^cache_position$/.test(name)) return 'positions';
  if (/(^|_)token_type_ids$/.test(name)) return 'types';
  if (/^(past|cache)[._]/.test(name) && (dims?.length ?? 0) >= 3) return 'cache';
  return name === 'use_cache_branch' ? 'cache-switch' : undefined;
}

/** The stack that an input's name says it belongs to. */
function sideOf(name: string): string | undefined {
  return /^(encoder|decoder)_/.exec(name)?.[1];
}

/** What the given inputs say about sizes. */
class Feed {
  readonly #named = new Map<string, number>();
  readonly #past: number;

  constructor(
    inputs: readonly OnnxValue[],
    private readonly given: Given,
    cache: readonly OnnxValue[],
  ) {
    for (const { name, dims } of inputs) {
      dims?.forEach((dim, axis) => {
        const size = given[name]?.dims[axis];
        if (typeof dim === 'string' && size !== undefined) this.#named.set(dim, size);
      });
    }
    const first = cache[0];
    const grows = first ? growingAxis(first) : -1;
    this.#past = given[first?.name ?? '']?.dims[grows] ?? 0;
  }

  fill(input: OnnxValue, kind: Kind): TensorInput | undefined {
    const dtype = dtypeOf(input.dtype);
    if (!dtype) return undefined;
    if (kind === 'cache') return this.#emptyCache(input, dtype);
    if (kind === 'cache-switch') return { dtype, dims: [1], data: [this.#past > 0] };
    const tokens = this.#tokensFor(input.name);
    if (!tokens) return undefined;
    const [batch, length] = tokens;
    const columns = (past: number): number =>
      this.#stated(input, input.dims?.length === 1 ? 0 : 1) ?? past + length;
    switch (kind) {
      case 'mask':
        return filledWith(dtype, [batch, columns(this.#past)], () => 1);
      case 'types':
        return filledWith(dtype, [batch, columns(0)], () => 0);
      case 'positions': {
        const dims = input.dims?.length === 1 ? [length] : [batch, length];
        return input.dims && input.dims.length <= 2
          ? filledWith(dtype, dims, (i) => this.#past + (i % length))
          : undefined;
      }
    }
  }

  /** [batch, tokens] of the sequence that an input goes with. */
  #tokensFor(name: string): [number, number] | undefined {
    const side = sideOf(name);
    const mains = side
      ? [`${side}_input_ids`, `${side}_hidden_states`, `${side}_inputs_embeds`, 'input_ids']
      : ['input_ids', 'inputs_embeds'];
    for (const main of mains) {
      const dims = this.given[main]?.dims;
      if (dims && dims.length >= 2) return [dims[0]!, dims[1]!];
    }
    return undefined;
  }

  /** Size of an axis by its number or by a name that a given input shares. */
  #stated(input: OnnxValue, axis: number): number | undefined {
    const dim = input.dims?.[axis];
    return typeof dim === 'string' ? this.#named.get(dim) : (dim ?? undefined);
  }

  #emptyCache(input: OnnxValue, dtype: string): TensorInput | undefined {
    const batch = this.#tokensFor(input.name)?.[0] ?? this.#tokensFor('decoder_')?.[0];
    const grows = growingAxis(input);
    if (batch === undefined || grows < 0) return undefined;
    const dims = input.dims?.map((_, axis) =>
      axis === grows ? 0 : axis === 0 ? (this.#stated(input, 0) ?? batch) : this.#stated(input, axis),
    );
    return dims?.every((d) => d !== undefined) ? { dtype, dims, data: [] } : undefined;
  }
}

function filledWith(dtype: string, dims: number[], value: (i: number) => number): TensorInput {
  const size = dims.reduce((n, d) => n * d, 1);
  return { dtype, dims, data: Array.from({ length: size }, (_, i) => value(i)) };
}
