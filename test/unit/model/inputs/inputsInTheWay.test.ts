import { expect, it } from 'vitest';
import { inputsInTheWay } from '../../../../src/model/inputs/inputsInTheWay';
import type { OnnxValue } from '../../../../src/model/onnx/onnxGraph';

const ids: OnnxValue = { name: 'input_ids', dtype: 7, dims: ['batch', 'sequence'] };
const input = (name: string, ...dims: (number | string)[]): OnnxValue => ({ name, dtype: 1, dims });
const way = (...inputs: OnnxValue[]) =>
  inputsInTheWay({ nodes: [], initializers: new Map(), inputs, outputs: [], values: new Map() });

it('nothing stands in the way of a model that takes tokens, whatever can be filled in', () => {
  const mask: OnnxValue = { name: 'attention_mask', dtype: 7, dims: ['batch', 'sequence'] };
  expect(way(ids, mask, input('past_key_values.0.key', 'batch', 2, 'past', 4))).toBeUndefined();
});

it.each([
  [[input('pixel_values', 'b', 3, 224, 224)], /^it reads pictures \(input "pixel_values"\)/],
  [[input('x', 'n', 3, 48, 'width')], /^it reads pictures \(input "x"\)/],
  [[input('input_features', 's6', 80, 800)], /^it reads sound \(input "input_features"\)/],
  [[input('inputs_embeds', 'b', 's', 64)], /^it reads embeddings, which another graph of its folder makes/],
  [[input('anything', 'b', 7)], /^it has no input named input_ids$/],
  [
    [ids, input('pixel_values', 'b', 3, 224, 224)],
    /^beside tokens it needs pictures for its input "pixel_values"/,
  ],
  [
    [ids, input('encoder_hidden_states', 'b', 's', 64)],
    /^beside tokens it needs what the encoder of its pair made for its input "encoder_hidden_states"/,
  ],
])('what a model reads in place of a prompt is named', (inputs, says) => {
  expect(way(...inputs)).toMatch(says);
});
