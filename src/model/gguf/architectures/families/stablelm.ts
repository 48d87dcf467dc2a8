import type { Architecture } from '../architecture';

/** Whether attention and feed-forward stand side by side is told by the norms that a layer has, as in llama.cpp, not by the field. */
export const stablelm: Architecture = {
  transformers: { architecture: 'StableLmForCausalLM', modelType: 'stablelm' },
  layerNorms: true,
  headNorms: 'own',
  mayBeParallel: true,
  partialRotation: true,
  fields: ['use_parallel_residual'],
};
