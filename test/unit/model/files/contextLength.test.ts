import { describe, expect, it } from 'vitest';
import { contextLength } from '../../../../src/model/files/contextLength';

describe('the context length', () => {
  it.each([
    ['one config', { max_position_embeddings: 2048 }, 2048],
    ['older names', { n_positions: 1024 }, 1024],
    ['a number that is missing', { max_position_embeddings: null, n_positions: 1024 }, 1024],
    ['a config of text and pictures', { vision_config: { image_size: 8 }, text_config: { n_ctx: 77 } }, 77],
    ['the model itself first', { max_position_embeddings: 300, text_config: { n_ctx: 77 } }, 300],
    ['parts within parts', { decoder: { text_config: { max_seq_len: 9 } } }, 9],
    ['no number', { max_position_embeddings: '2048', n_ctx: -1, text_config: [5] }, null],
    ['as good as none', { max_position_embeddings: 1e30 }, null],
    ['infinite', { max_position_embeddings: Infinity }, null],
  ])('%s', (_, config, tokens) => expect(contextLength(config, undefined)).toBe(tokens));

  it('is the smaller of what the model and its tokenizer say', () => {
    expect(contextLength({ max_position_embeddings: 514 }, { model_max_length: 512 })).toBe(512);
    expect(contextLength({ max_position_embeddings: 514 }, { model_max_length: null })).toBe(514);
    expect(contextLength(undefined, { model_max_length: 64 })).toBe(64);
    expect(contextLength(undefined, undefined)).toBeNull();
  });
});
