import { describe, expect, it } from 'vitest';
import { filledInputs, fillInputs } from '../../../../src/model/inputs/fillInputs';
import type { OnnxSubgraph, OnnxValue } from '../../../../src/model/onnx/onnxGraph';
import { AttnscopeError } from '../../../../src/protocol/errors';
import type { TensorInput } from '../../../../src/protocol/borders/inference';

const [FLOAT, INT64, BOOL] = [1, 7, 9];

function graphOf(inputs: Record<string, [number, (number | string)[]]>): OnnxSubgraph {
  const values = Object.entries(inputs).map(([name, [dtype, dims]]): OnnxValue => ({ name, dtype, dims }));
  return { nodes: [], initializers: new Map(), inputs: values, outputs: [], values: new Map() };
}

const ids = (name: string): [number, (number | string)[]] => [INT64, ['batch', name]];
const cache: [number, (number | string)[]] = [FLOAT, ['batch', 2, 'past', 8]];
const decoder = graphOf({
  input_ids: ids('sequence'),
  attention_mask: ids('total'),
  position_ids: ids('sequence'),
  'past_key_values.0.key': cache,
  'past_key_values.0.value': cache,
});
const tokens: TensorInput = { dtype: 'int64', dims: [2, 3], data: [5, 6, 7, 8, 9, 10] };
const past = (length: number): TensorInput => ({
  dtype: 'float32',
  dims: [2, 2, length, 8],
  data: new Array<number>(32 * length).fill(0),
});

describe('fillInputs', () => {
  it('fills in mask, positions and an empty cache', () => {
    expect(fillInputs(decoder, { input_ids: tokens })).toEqual({
      input_ids: tokens,
      attention_mask: { dtype: 'int64', dims: [2, 3], data: [1, 1, 1, 1, 1, 1] },
      position_ids: { dtype: 'int64', dims: [2, 3], data: [0, 1, 2, 0, 1, 2] },
      'past_key_values.0.key': { dtype: 'float32', dims: [2, 2, 0, 8], data: [] },
      'past_key_values.0.value': { dtype: 'float32', dims: [2, 2, 0, 8], data: [] },
    });
  });

  it('says what it filled in, and with what', () => {
    expect(filledInputs(decoder, { input_ids: tokens })).toEqual([
      { name: 'attention_mask', with: 'ones' },
      { name: 'position_ids', with: 'in order' },
      { name: 'past_key_values.0.key', with: 'empty' },
      { name: 'past_key_values.0.value', with: 'empty' },
    ]);
    expect(filledInputs(decoder, fillInputs(decoder, { input_ids: tokens }))).toEqual([]);
  });

  it('counts on from a cache that is given whole', () => {
    const given = { input_ids: tokens, 'past_key_values.0.key': past(4), 'past_key_values.0.value': past(4) };
    const { attention_mask: mask, position_ids: positions } = fillInputs(decoder, given);
    expect(mask?.dims).toEqual([2, 7]);
    expect(positions?.data).toEqual([4, 5, 6, 4, 5, 6]);
  });

  it('refuses a cache given in part, naming what is missing', () => {
    const given = { input_ids: tokens, 'past_key_values.0.key': past(0) };
    const fill = (): unknown => fillInputs(decoder, given);
    expect(fill).toThrow(AttnscopeError);
    expect(fill).toThrow(/"attention_mask", "position_ids", "past_key_values\.0\.value"/);
  });

  it('leaves what is given as it is', () => {
    const mask: TensorInput = { dtype: 'int64', dims: [2, 3], data: [1, 1, 0, 1, 1, 1] };
    expect(fillInputs(decoder, { input_ids: tokens, attention_mask: mask }).attention_mask).toBe(mask);
  });

  it('fills in what belongs to each stack from its own tokens', () => {
    const graph = graphOf({
      input_ids: ids('encoder'),
      attention_mask: ids('encoder'),
      decoder_input_ids: ids('decoder'),
      decoder_attention_mask: ids('decoder'),
    });
    const short: TensorInput = { dtype: 'int64', dims: [2, 1], data: [0, 0] };
    const mask: TensorInput = { dtype: 'int64', dims: [2, 3], data: [1, 1, 1, 1, 1, 0] };
    const filled = fillInputs(graph, { input_ids: tokens, decoder_input_ids: short, attention_mask: mask });
    expect(filled.decoder_attention_mask).toEqual({ dtype: 'int64', dims: [2, 1], data: [1, 1] });
  });

  it('turns the switch of merged decoders off where the cache is empty', () => {
    const graph = graphOf({
      input_ids: ids('sequence'),
      'past_key_values.0.key': cache,
      use_cache_branch: [BOOL, [1]],
    });
    expect(fillInputs(graph, { input_ids: tokens }).use_cache_branch?.data).toEqual([false]);
    const given = { input_ids: tokens, 'past_key_values.0.key': past(2) };
    expect(fillInputs(graph, given).use_cache_branch?.data).toEqual([true]);
  });

  it('refuses what cannot be filled in and what the graph does not take, by name', () => {
    expect(() => fillInputs(decoder, {})).toThrow(/"input_ids"/);
    expect(() => fillInputs(decoder, { input_ids: tokens, pixel_values: tokens })).toThrow(
      /no input "pixel_values"/,
    );
  });
});
