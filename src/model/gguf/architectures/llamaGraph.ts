import { addNode, floats, integer, integers } from '../../onnx/graphDraft';
import type { ValueSpec } from '../../onnx/graphSpec';
import { ElementType } from '../../onnx/onnxGraph';
import { addView, emptyGraph, type GgufGraph } from '../ggufGraph';
import type { LlamaBlock, LlamaSpec } from './llamaSpec';
import type { GgufTensor } from '../readGguf';
import { addEmbedding, addLinear } from '../weightNodes';

/** A llama-family model as a graph: what goes in, what comes out, and everything between. */
export interface LlamaGraph extends GgufGraph {
  inputs: ValueSpec[];
  outputs: ValueSpec[];
}

/** What all layers share. */
interface Common {
  spec: LlamaSpec;
  /** `[batch, queries, headSize / 2]`. */
  cos: string;
  sin: string;
  /** `[batch, 1, queries, keys]`: 0 where a query may look, the lowest float elsewhere. */
  mask: string;
}

const LOWEST_FLOAT = -3.4028234663852886e38;

/**
 * Builds the decoder of transformers' LlamaForCausalLM, attention written out (eager):
 * `layers.<l>.attention.weights` `[batch, heads, queries, keys]` are the maps, `layers.<l>.output`
 * `[batch, queries, hidden]` the states. Keys are those of the cache and then the new ones, so that a
 * long prompt can be fed in pieces; `logits` are those of the last position.
 */
export function llamaGraph(spec: LlamaSpec): LlamaGraph {
  const graph = emptyGraph();
  const rotation = addRotation(graph, spec);
  const common: Common = { spec, ...rotation, mask: addMask(graph) };
  let state = addEmbedding(graph, 'embedding', 'input_ids', spec.embedding);
  spec.blocks.forEach((block, layer) => {
    state = addLayer(graph, common, block, layer, state);
  });
  const normed = addNorm(graph, spec, 'final_norm', state, spec.outputNorm);
  // The runtime computes every output of a graph, asked for or not, and logits of all positions are a
  // fifth of the work and 200 KB a token: so only the last position has them.
  const ends = [integers(graph, -1), integers(graph, Number.MAX_SAFE_INTEGER), integers(graph, 1)];
  const last = addNode(graph, 'Slice', 'final_norm.last', [normed, ...ends]);
  addLinear(graph, 'logits', { name: last, columns: spec.hiddenSize }, spec.output ?? spec.embedding);
  return { ...graph, ...ports(spec) };
}

function ports(spec: LlamaSpec): { inputs: ValueSpec[]; outputs: ValueSpec[] } {
  const cache = (prefix: string, length: string): ValueSpec[] =>
    spec.blocks.flatMap((_, layer) =>
      ['key', 'value'].map((kind) => ({
        name: `${prefix}.${layer}.${kind}`,
        type: ElementType.float32,
        shape: ['batch', spec.kvHeads, length, spec.headSize],
      })),
    );
  return {
    inputs: [
      { name: 'input_ids', type: ElementType.int64, shape: ['batch', 'sequence'] },
      { name: 'attention_mask', type: ElementType.int64, shape: ['batch', 'total'] },
      { name: 'position_ids', type: ElementType.int64, shape: ['batch', 'sequence'] },
      ...cache('past_key_values', 'past'),
    ],
    outputs: [
      { name: 'logits', type: ElementType.float32, shape: ['batch', 1, spec.vocabSize] },
      ...cache('present', 'total'),
    ],
  };
}

/** Cosine and sine of position × frequency, frequency i = base^(−2i / headSize), in float32. */
function addRotation(graph: GgufGraph, spec: LlamaSpec): { cos: string; sin: string } {
  const frequencies = Float32Array.from(
    { length: spec.headSize / 2 },
    // float32 at each step, as transformers computes it.
    (_, i) =>
      Math.fround(1 / Math.fround(Math.fround(spec.ropeBase) ** Math.fround((2 * i) / spec.headSize))) /
      spec.ropeFactor,
  );
  let frequency = floats(graph, 'rotary.frequencies', frequencies, [spec.headSize / 2]);
  if (spec.ropeFrequencyFactors) {
    const factors = addVector(graph, spec.ropeFrequencyFactors);
    frequency = addNode(graph, 'Div', 'rotary.scaled_frequencies', [frequency, factors]);
  }
  const real = addNode(graph, 'Cast', 'rotary.positions', ['position_ids'], {
    attributes: { to: ElementType.float32 },
  });
  const column = addNode(graph, 'Unsqueeze', 'rotary.positions.column', [real, integers(graph, -1)]);
  const angles = addNode(graph, 'Mul', 'rotary.angles', [column, frequency]);
  return {
    cos: addNode(graph, 'Cos', 'rotary.cos', [angles]),
    sin: addNode(graph, 'Sin', 'rotary.sin', [angles]),
  };
}

/** A query may look at a key that is not after it and not padding. Query i stands at past + i. */
function addMask(graph: GgufGraph): string {
  const size = (input: string, name: string): string => {
    const list = addNode(graph, 'Shape', `${name}.list`, [input], { attributes: { start: 1, end: 2 } });
    return addNode(graph, 'Squeeze', name, [list]);
  };
  const total = size('attention_mask', 'mask.total');
  const past = addNode(graph, 'Sub', 'mask.past', [total, size('input_ids', 'mask.new')]);
  const keys = addNode(graph, 'Range', 'mask.keys', [integer(graph, 0), total, integer(graph, 1)]);
  const queries = addNode(graph, 'Range', 'mask.queries', [past, total, integer(graph, 1)]);
  const rows = addNode(graph, 'Unsqueeze', 'mask.queries.column', [queries, integers(graph, -1)]);
  const causal = addNode(graph, 'LessOrEqual', 'mask.causal', [keys, rows]);
  const real = addNode(graph, 'Cast', 'mask.real', ['attention_mask'], {
    attributes: { to: ElementType.bool },
  });
  const keysOfBatch = addNode(graph, 'Unsqueeze', 'mask.real.keys', [real, integers(graph, 1, 2)]);
  const allowed = addNode(graph, 'And', 'mask.allowed', [causal, keysOfBatch]);
  return addNode(graph, 'Where', 'mask', [
    allowed,
    floats(graph, 'constant.zero', Float32Array.of(0), []),
    floats(graph, 'constant.lowest', Float32Array.of(LOWEST_FLOAT), []),
  ]);
}

function addLayer(graph: GgufGraph, common: Common, block: LlamaBlock, layer: number, input: string): string {
  const { spec } = common;
  const at = `layers.${layer}`;
  const normed = addNorm(graph, spec, `${at}.attention_norm`, input, block.attentionNorm);
  const attention = addAttention(graph, common, block, layer, normed);
  const middle = addNode(graph, 'Add', `${at}.after_attention`, [input, attention]);

  const x = {
    name: addNorm(graph, spec, `${at}.feed_forward_norm`, middle, block.feedForwardNorm),
    columns: spec.hiddenSize,
  };
  const gate = addLinear(graph, `${at}.feed_forward.gate`, x, block.gate);
  const up = addLinear(graph, `${at}.feed_forward.up`, x, block.up);
  const sigmoid = addNode(graph, 'Sigmoid', `${at}.feed_forward.sigmoid`, [gate]);
  const silu = addNode(graph, 'Mul', `${at}.feed_forward.silu`, [gate, sigmoid]);
  const gated = addNode(graph, 'Mul', `${at}.feed_forward.gated`, [silu, up]);
  const down = addLinear(
    graph,
    `${at}.feed_forward.down`,
    { name: gated, columns: spec.feedForwardSize },
    block.down,
  );
  return addNode(graph, 'Add', `${at}.output`, [middle, down]);
}

/**
 * Grouped-query attention: the queries of all heads of a group stand below one another and share one
 * product with the group's keys, so keys and values are never repeated.
 */
function addAttention(
  graph: GgufGraph,
  common: Common,
  block: LlamaBlock,
  layer: number,
  input: string,
): string {
  const { spec, cos, sin, mask } = common;
  const at = `layers.${layer}.attention`;
  const x = { name: input, columns: spec.hiddenSize };
  const rotate = (name: string, projected: string, heads: number): string =>
    addNode(graph, 'RotaryEmbedding', name, [projected, cos, sin], { attributes: { num_heads: heads } });
  const toHeads = (name: string, values: string, heads: number): string => {
    const split = addNode(graph, 'Reshape', `${name}.split`, [
      values,
      integers(graph, 0, 0, heads, spec.headSize),
    ]);
    return addNode(graph, 'Transpose', name, [split], { attributes: { perm: [0, 2, 1, 3] } });
  };
  const extend = (kind: string, values: string): string =>
    addNode(graph, 'Concat', `present.${layer}.${kind}`, [`past_key_values.${layer}.${kind}`, values], {
      attributes: { axis: 2 },
    });

  const query = rotate(
    `${at}.query.rotated`,
    addLinear(graph, `${at}.query`, x, block.query, spec.heads),
    spec.heads,
  );
  const key = rotate(
    `${at}.key.rotated`,
    addLinear(graph, `${at}.key`, x, block.key, spec.kvHeads),
    spec.kvHeads,
  );
  const value = addLinear(graph, `${at}.value`, x, block.value);
  const keys = extend('key', toHeads(`${at}.key.heads`, key, spec.kvHeads));
  const values = extend('value', toHeads(`${at}.value.heads`, value, spec.kvHeads));
  const queries = toHeads(`${at}.query.heads`, query, spec.heads);

  const grouped = integers(graph, 0, spec.kvHeads, -1, 0);
  const perHead = integers(graph, 0, spec.heads, -1, 0);
  const queriesOfGroup = addNode(graph, 'Reshape', `${at}.query.groups`, [queries, grouped]);
  const keysAcross = addNode(graph, 'Transpose', `${at}.key.transposed`, [keys], {
    attributes: { perm: [0, 1, 3, 2] },
  });
  const product = addNode(graph, 'MatMul', `${at}.product`, [queriesOfGroup, keysAcross]);
  const scale = floats(graph, 'constant.scale', Float32Array.of(spec.headSize ** -0.5), []);
  const scaled = addNode(graph, 'Mul', `${at}.product.scaled`, [product, scale]);
  const scores = addNode(graph, 'Reshape', `${at}.scores`, [scaled, perHead]);
  const masked = addNode(graph, 'Add', `${at}.scores.masked`, [scores, mask]);
  const weights = addNode(graph, 'Softmax', `${at}.weights`, [masked], { attributes: { axis: -1 } });
  const weightsOfGroup = addNode(graph, 'Reshape', `${at}.weights.groups`, [weights, grouped]);
  const mixed = addNode(graph, 'MatMul', `${at}.mixed.groups`, [weightsOfGroup, values]);
  const mixedHeads = addNode(graph, 'Reshape', `${at}.mixed.heads`, [mixed, perHead]);
  const byToken = addNode(graph, 'Transpose', `${at}.mixed.tokens`, [mixedHeads], {
    attributes: { perm: [0, 2, 1, 3] },
  });
  const width = spec.heads * spec.headSize;
  const merged = addNode(graph, 'Reshape', `${at}.mixed`, [byToken, integers(graph, 0, 0, width)]);
  return addLinear(graph, `${at}.output`, { name: merged, columns: width }, block.attentionOutput);
}

function addNorm(graph: GgufGraph, spec: LlamaSpec, name: string, input: string, weight: GgufTensor): string {
  return addNode(graph, 'RMSNormalization', name, [input, addVector(graph, weight)], {
    attributes: { axis: -1, epsilon: { float: spec.normEpsilon } },
  });
}

function addVector(graph: GgufGraph, tensor: GgufTensor): string {
  return addView(
    graph,
    tensor,
    { part: 'plain', name: tensor.name, type: ElementType.float32, shape: [tensor.columns] },
    null,
  );
}
