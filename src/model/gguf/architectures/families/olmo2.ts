import type { Architecture } from '../architecture';

export const olmo2: Architecture = {
  transformers: { architecture: 'Olmo2ForCausalLM', modelType: 'olmo2' },
  norms: 'after',
  headNorms: 'all',
};
