import type { Architecture } from './architecture';

const WINDOW = 'attention.sliding_window';

/** Phi 3 with a context of 4,096 tokens; the longer ones turn by frequencies of their own and are refused by those. */
export const phi3: Architecture = {
  transformers: { architecture: 'Phi3ForCausalLM', modelType: 'phi3' },
  fused: true,
  window: { field: WINDOW, isWindow: () => true },
  fields: [WINDOW],
};
