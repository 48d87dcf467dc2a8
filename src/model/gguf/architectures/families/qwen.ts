import type { Architecture } from '../architecture';

/** Qwen 2 and 2.5: queries, keys and values have a bias. */
export const qwen2: Architecture = {
  transformers: { architecture: 'Qwen2ForCausalLM', modelType: 'qwen2' },
};

export const qwen3: Architecture = {
  transformers: { architecture: 'Qwen3ForCausalLM', modelType: 'qwen3' },
  headNorms: 'each',
};
