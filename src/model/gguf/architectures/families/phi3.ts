import type { Architecture } from '../architecture';

const WINDOW = 'attention.sliding_window';

/** Phi 3 and 4. Those that turn by two sets of frequencies (LongRoPE) are read as far as the first set goes. */
export const phi3: Architecture = {
  transformers: { architecture: 'Phi3ForCausalLM', modelType: 'phi3' },
  fused: true,
  partialRotation: true,
  window: { field: WINDOW, isWindow: () => true },
  fields: [WINDOW],
};
