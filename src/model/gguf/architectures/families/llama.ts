import type { Architecture } from '../architecture';

const WINDOW = 'attention.sliding_window';

/** Llama 1 to 3, SmolLM, TinyLlama, Mistral. */
export const llama: Architecture = {
  transformers: { architecture: 'LlamaForCausalLM', modelType: 'llama' },
  permuted: true,
  // The first Mistral has one; other files of the kind say nothing of it.
  window: { field: WINDOW, isWindow: () => true, otherwise: null },
  fields: [WINDOW],
};
