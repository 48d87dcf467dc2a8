import { describe, expect, it } from 'vitest';
import { checkInputs, differingSizes } from '../../../../src/model/inputs/checkInputs';
import { ElementType, type OnnxSubgraph, type OnnxValue } from '../../../../src/model/onnx/onnxGraph';
import type { TensorInput } from '../../../../src/protocol/borders/inference';

const value = (name: string, type: keyof typeof ElementType, dims?: OnnxValue['dims']): OnnxValue => ({
  ...{ name, dtype: ElementType[type], dims },
});
const graph: OnnxSubgraph = {
  ...{ nodes: [], initializers: new Map(), outputs: [], values: new Map() },
  inputs: [
    value('input_ids', 'int64', ['batch', 'sequence']),
    value('attention_mask', 'int64', ['batch', 'sequence']),
    value('bias', 'float32', [null, 2]),
    value('flags', 'bool'),
    value('bytes', 'uint8'),
    value('past', 'float32', ['batch', 'past']),
  ],
};
const tensor = (dtype: string, dims: number[], ...data: (number | boolean)[]): TensorInput => ({
  ...{ dtype, dims, data },
});
const check = (given: Record<string, TensorInput>) =>
  checkInputs(graph, given, new Map([['input_ids', 128]]));

describe('inputs that a model does not take are told in a sentence', () => {
  it.each([
    [
      'a fraction',
      'input_ids',
      tensor('int64', [1, 2], 101, 1.5),
      'holds 1.5 (value 2 of 2); int64 takes whole numbers.',
    ],
    [
      'infinity',
      'input_ids',
      tensor('int64', [1, 1], -Infinity),
      'holds -Infinity (value 1 of 1); int64 takes whole numbers.',
    ],
    [
      'a token beyond the vocabulary',
      'input_ids',
      tensor('int64', [1, 2], 101, 128),
      "holds 128 (value 2 of 2); the model's vocabulary has 128 tokens, 0 to 127.",
    ],
    [
      'a negative token',
      'input_ids',
      tensor('int64', [1, 1], -1),
      "holds -1 (value 1 of 1); the model's vocabulary has 128 tokens, 0 to 127.",
    ],
    [
      'another rank',
      'input_ids',
      tensor('int64', [2], 101, 102),
      'has 1 dimension, [2]; the model takes 2, [batch, sequence]. Correct its dims.',
    ],
    [
      'another type',
      'input_ids',
      tensor('float32', [1, 1], 1),
      'is float32; the model takes int64. Give it as int64.',
    ],
    [
      'no token',
      'input_ids',
      tensor('int64', [1, 0]),
      'holds no token: its dims are [1, 0]. Give at least one.',
    ],
    [
      'a size that the model fixes',
      'bias',
      tensor('float32', [1, 3], 0, 0, 0),
      'has dims [1, 3]; the model takes [any, 2]. Correct them.',
    ],
    [
      'too few values',
      'bias',
      tensor('float32', [2, 2], 0),
      'has 1 values where its dims [2, 2] make 4. Correct one of them.',
    ],
    [
      'a number beyond its type',
      'bytes',
      tensor('uint8', [1], 256),
      'holds 256 (value 1 of 1); uint8 takes whole numbers from 0 to 255 here.',
    ],
    [
      'a number that JSON rounds',
      'attention_mask',
      tensor('int64', [1, 1], 2 ** 53),
      'holds 9007199254740992 (value 1 of 1); int64 takes whole numbers from -9007199254740991 to 9007199254740991 here.',
    ],
    [
      '2 for true',
      'flags',
      tensor('bool', [1], 2),
      'holds 2 (value 1 of 1); bool takes true and false, or 1 and 0.',
    ],
    [
      'an unknown type',
      'flags',
      tensor('complex64', [1], 0),
      'is of type "complex64", which is not supported. Use one of float32, float16, float64, int64, int32, int16, int8, uint64, uint32, uint16, uint8, bool.',
    ],
  ])('%s', (_, name, given, words) => {
    const refusal = () => check({ [name]: given });
    expect(refusal).toThrow(`The input "${name}" ${words}`);
    expect(refusal).toThrow(expect.objectContaining({ code: 'bad-input' }));
  });

  it('what it takes passes: infinity where a type has it, an empty cache, truth values', () => {
    check({
      input_ids: tensor('int64', [1, 2], 0, 127),
      attention_mask: tensor('int64', [1, 2], true, false),
      bias: tensor('float32', [1, 2], -Infinity, 1e300),
      flags: tensor('bool', [3], true, 0, 1),
      past: tensor('float32', [1, 0]),
      another: tensor('int64', [1], 5),
    });
  });

  it('names sizes of one name that differ, as the reason for a failed run', () => {
    const ids = tensor('int64', [1, 2], 1, 2);
    expect(differingSizes(graph, { input_ids: ids, attention_mask: ids })).toBeUndefined();
    expect(differingSizes(graph, { input_ids: ids, attention_mask: tensor('int64', [1, 3], 1, 1, 1) })).toBe(
      'The inputs "input_ids" with dims [1, 2] and "attention_mask" with dims [1, 3] differ in "sequence", which the model takes for one size. Correct them.',
    );
  });
});
