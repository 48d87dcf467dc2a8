import type { Architecture } from '../architecture';

const WINDOW = 'attention.sliding_window';

/** Files do not tell its window, which is the same in all sizes (https://arxiv.org/abs/2402.19173, section 6). */
export const starcoder2: Architecture = {
  transformers: { architecture: 'Starcoder2ForCausalLM', modelType: 'starcoder2' },
  layerNorms: true,
  activation: 'gelu',
  ungated: true,
  window: { field: WINDOW, isWindow: () => true, otherwise: 4096 },
  fields: [WINDOW],
};
