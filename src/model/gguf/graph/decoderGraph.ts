import { addNode, integers } from '../../onnx/graphDraft';
import type { ValueSpec } from '../../onnx/graphSpec';
import { ElementType } from '../../onnx/onnxGraph';
import type { Block, DecoderSpec } from '../architectures/decoderSpec';
import { addAttention } from './attention';
import { emptyGraph, type GgufGraph } from './ggufGraph';
import { addMask } from './mask';
import { addNorm, addProjection, addScaled, addSoftCap } from './parts';
import { addRotation } from './rotation';
import { addEmbedding, addLinear, type Operand } from './weightNodes';

/** A decoder as a graph: what goes in, what comes out, and everything between. */
export interface DecoderGraph extends GgufGraph {
  inputs: ValueSpec[];
  outputs: ValueSpec[];
}

/**
 * Builds a decoder as transformers computes it, attention written out (eager):
 * `layers.<l>.attention.weights` `[batch, heads, queries, keys]` are the maps, `layers.<l>.output`
 * `[batch, queries, hidden]` the states. Keys are those of the cache and then the new ones, so that a
 * long prompt can be fed in pieces; `logits` are those of the last position.
 */
export function decoderGraph(spec: DecoderSpec): DecoderGraph {
  const graph = emptyGraph();
  const { rotation, scales } = spec;
  const whole = { turn: addRotation(graph, 'rotary', rotation.whole), mask: addMask(graph, null) };
  const kindOf = ({ window }: Block): typeof whole => {
    if (window === null) return whole;
    const turn =
      rotation.window === rotation.whole ? whole.turn : addRotation(graph, 'rotary.window', rotation.window);
    return { turn, mask: addMask(graph, window) };
  };
  const rows = addEmbedding(graph, 'embedding', 'input_ids', spec.embedding);
  let state = addScaled(graph, 'embedding.scaled', rows, scales.embedding);
  spec.blocks.forEach((block, layer) => {
    state = addLayer(graph, { spec, ...kindOf(block) }, block, layer, state);
  });
  const normed = addNorm(graph, spec, 'final_norm', state, spec.outputNorm);
  // The runtime computes every output of a graph, asked for or not, and logits of all positions are a
  // fifth of the work and 200 KB a token: so only the last position has them.
  const ends = [integers(graph, -1), integers(graph, Number.MAX_SAFE_INTEGER), integers(graph, 1)];
  const last = addNode(graph, 'Slice', 'final_norm.last', [normed, ...ends]);
  addLogits(graph, spec, last);
  return { ...graph, ...ports(spec) };
}

function addLogits(graph: GgufGraph, spec: DecoderSpec, last: string): void {
  const { logits, logitsCap } = spec.scales;
  const isPlain = logits === null && logitsCap === null;
  const x = { name: last, columns: spec.hiddenSize };
  const product = addLinear(graph, isPlain ? 'logits' : 'logits.product', x, spec.output ?? spec.embedding);
  const scaled = addScaled(graph, logitsCap === null ? 'logits' : 'logits.scaled', product, logits);
  addSoftCap(graph, 'logits', scaled, logitsCap);
}

function ports(spec: DecoderSpec): { inputs: ValueSpec[]; outputs: ValueSpec[] } {
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

/** Attention and feed-forward, each of which adds to the state; the second reads what the first has added to, or the same as it. */
function addLayer(
  graph: GgufGraph,
  common: Parameters<typeof addAttention>[1],
  block: Block,
  layer: number,
  input: string,
): string {
  const { spec } = common;
  const at = `layers.${layer}`;
  /** What is added to a state, once it is normed and scaled. */
  const added = (name: string, values: string, norm: Block['attentionPostNorm']): string =>
    addScaled(
      graph,
      `${name}.scaled`,
      addNorm(graph, spec, `${name}.normed`, values, norm),
      spec.scales.residual,
    );
  const normed = addNorm(graph, spec, `${at}.attention_norm`, input, block.attentionNorm);
  const attention = addAttention(graph, common, block, layer, normed);
  const middle = addNode(graph, 'Add', `${at}.after_attention`, [
    input,
    added(`${at}.attention.output`, attention, block.attentionPostNorm),
  ]);
  const read = spec.parallel
    ? normed
    : addNorm(graph, spec, `${at}.feed_forward_norm`, middle, block.feedForwardNorm);
  const x = { name: read, columns: spec.hiddenSize };
  const down = addFeedForward(graph, spec, block, `${at}.feed_forward`, x);
  return addNode(graph, 'Add', `${at}.output`, [
    middle,
    added(`${at}.feed_forward.down`, down, block.feedForwardPostNorm),
  ]);
}

function addFeedForward(graph: GgufGraph, spec: DecoderSpec, block: Block, at: string, x: Operand): string {
  const bend = (input: string): string =>
    spec.activation === 'gelu'
      ? addNode(graph, 'Gelu', `${at}.gelu`, [input], { attributes: { approximate: 'tanh' } })
      : addNode(graph, 'Mul', `${at}.silu`, [input, addNode(graph, 'Sigmoid', `${at}.sigmoid`, [input])]);
  const gate = block.gate && addProjection(graph, `${at}.gate`, x, block.gate);
  const up = addProjection(graph, `${at}.up`, x, block.up);
  const bent = gate === null ? bend(up) : addNode(graph, 'Mul', `${at}.gated`, [bend(gate), up]);
  return addProjection(graph, `${at}.down`, { name: bent, columns: spec.feedForwardSize }, block.down);
}
