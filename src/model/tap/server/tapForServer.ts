import { AttnscopeError } from '../../../protocol/errors';
import { quoted } from '../../../protocol/plainText';
import type { ServedModel } from '../../../protocol/requests/tap';
import type { AttentionLayer } from '../../find/attentionLayer';
import { dtypeOf } from '../../inputs/dtypes';
import { fillInputs, isOfCache } from '../../inputs/fillInputs';
import { freshPrefix, namesIn } from '../../onnx/freshPrefix';
import { integerTensor } from '../../onnx/graphDraft';
import { plainNode, type TensorSpec, type ValueSpec } from '../../onnx/graphSpec';
import { ElementType, type OnnxGraph, type OnnxSubgraph } from '../../onnx/onnxGraph';
import { buildTap, type TappedOutput } from '../buildTap';
import { gateName } from '../gateName';
import { layerName } from '../../find/layerName';
import { pruneModel } from '../pruneModel';
import { tapKinds } from '../tapKinds';

/** Kinds that a server can be asked for, and what begins the names of their outputs. */
const NAMES: Readonly<Record<ServedModel['outputs'][number]['kind'], string>> = {
  map: 'attention',
  headMean: 'attention_mean',
  lastRow: 'attention_last',
  firstRow: 'attention_first',
  meanRow: 'attention_query_mean',
  nextLogits: 'next_logits',
};
export type ServedKind = keyof typeof NAMES;

/** The output in which a served file says what it is; see `ServedModel`. */
export const ABOUT = 'attnscope';

/** What the file is made of. */
export interface ToServe {
  bytes: Uint8Array;
  graph: OnnxGraph;
  layers: readonly AttentionLayer[];
  /** Inputs that are fed; see `fedOf`. */
  fed: OnnxSubgraph;
  /** Heads of each layer. */
  heads: readonly number[];
  kinds: readonly ServedKind[];
  /** What the file is to say of itself, but for what follows from its graph. */
  about: Omit<ServedModel, 'inputs' | 'outputs'>;
}

/** A model as a server loads it. */
export interface ModelToServe {
  bytes: Uint8Array;
  served: ServedModel;
  /** All outputs, as the file declares them. */
  outputs: readonly ValueSpec[];
}

/**
 * Makes an ordinary model of a tapped one. A server is asked for outputs by name, so there are no gates; nor is there a
 * cache, which would have to travel with each request: prompts are read whole. The model's own outputs are left out, as
 * the runtime would compute them for every token, asked for or not. Throws `bad-model` for a file that was made so before.
 */
export function tapForServer(model: ToServe): ModelToServe {
  const { bytes, graph, layers, fed, kinds } = model;
  const tap = buildTap(graph, layers, kinds);
  const outputs = tap.outputs.map((output) => ({ ...output, name: nameOf(output, layers) }));
  refuseTaken(graph, outputs.map(({ name }) => name).concat(ABOUT));
  const constants = cacheConstants(fed);
  const inputs = fed.inputs.filter(({ name }) => !constants.some((constant) => constant.name === name));
  const served: ServedModel = {
    ...model.about,
    inputs: inputs.map(({ name, dtype, dims }) => ({
      ...{ name, dtype: dtypeOf(dtype) ?? 'int64', dims: dims ?? [] },
    })),
    outputs: outputs.map(({ kind, layer, name }) => ({ kind: kind as ServedKind, layer, tensor: name })),
  };
  const said = textTensor(`${freshPrefix(graph)}about`, JSON.stringify(served));
  const given: ValueSpec[] = [
    ...outputs.map(({ name, kind, layer }) => ({
      ...{ name, type: ElementType.float32, shape: shapeOf(kind as ServedKind, model.heads[layer]!) },
    })),
    { name: ABOUT, type: ElementType.uint8, shape: said.shape },
  ];
  const added = {
    ...tap.added,
    tensors: [...tap.added.tensors, ...openGates(graph, tap), ...constants, said],
    nodes: [
      ...tap.added.nodes,
      ...outputs.map(({ tensor, name }) => plainNode('Identity', [tensor], name)),
      plainNode('Identity', [said.name], ABOUT),
    ],
    inputs: [],
    outputs: given,
  };
  const made = new Set(constants.map(({ name }) => name));
  return {
    bytes: pruneModel(bytes, graph, new Set(), added, made),
    served,
    outputs: given,
  };
}

function nameOf({ kind, layer }: TappedOutput, layers: readonly AttentionLayer[]): string {
  const name = NAMES[kind as ServedKind];
  return tapKinds[kind].ofModel ? name : layerName(name, layers[layer]!);
}

function refuseTaken(graph: OnnxGraph, names: readonly string[]): void {
  const there = namesIn(graph);
  const taken = names.find((name) => there.has(name));
  if (taken === undefined) return;
  throw new AttnscopeError(
    'bad-model',
    there.has(ABOUT)
      ? 'This file was written by "attnscope tap" already. Serve it as it is, or tap the model that it was made of.'
      : `The model has a tensor named ${quoted(taken)} already, which is the name of an output to be added. Export it under other names.`,
  );
}

/** An empty cache in place of the inputs for one. */
function cacheConstants(fed: OnnxSubgraph): TensorSpec[] {
  const cache = fed.inputs.filter(isOfCache);
  if (cache.length === 0) return [];
  const filled = fillInputs(fed, { input_ids: { dtype: 'int64', dims: [1, 1], data: [0] } });
  return cache.map(({ name, dtype }) => {
    const { dims, data } = filled[name]!;
    return {
      ...{ name, type: dtype!, shape: dims },
      data: { bytes: Uint8Array.from(data, Number) },
    };
  });
}

/** Ones for the gates that nodes of the tap read, each open for good. */
function openGates(graph: OnnxGraph, { added, outputs }: ReturnType<typeof buildTap>): TensorSpec[] {
  const read = new Set(added.nodes.flatMap(({ inputs }) => inputs));
  const prefix = freshPrefix(graph);
  return outputs.flatMap(({ kind, tensor }) => {
    const gate = gateName(prefix, tensor);
    return read.has(gate) ? [integerTensor(gate, new Array<number>(tapKinds[kind].rank).fill(1))] : [];
  });
}

function shapeOf(kind: ServedKind, heads: number): (number | string)[] {
  const shapes: Record<ServedKind, (number | string)[]> = {
    map: ['batch', heads, 'queries', 'keys'],
    headMean: ['batch', 1, 'queries', 'keys'],
    lastRow: ['batch', heads, 1, 'keys'],
    firstRow: ['batch', heads, 1, 'keys'],
    meanRow: ['batch', heads, 1, 'keys'],
    nextLogits: ['batch', 1, 'vocabulary'],
  };
  return shapes[kind];
}

function textTensor(name: string, text: string): TensorSpec & { shape: number[] } {
  const bytes = new TextEncoder().encode(text);
  return { name, type: ElementType.uint8, shape: [bytes.length], data: { bytes } };
}
