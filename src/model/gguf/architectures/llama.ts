import type { Architecture } from './architecture';

/** Llama 1 to 3, SmolLM, TinyLlama, Mistral. */
export const llama: Architecture = {
  transformers: { architecture: 'LlamaForCausalLM', modelType: 'llama' },
  permuted: true,
};
