import type { Architecture, Fields } from '../architecture';

const WINDOW = 'attention.sliding_window';

/** The largest model of each family divides by the hidden size of a head, not by the head's own (llama.cpp, `LLM_TYPE_27B`). */
const scalesOf = (layersOfLargest: number) => (fields: Fields) => ({
  embedding: Math.sqrt(fields.hiddenSize),
  attention: (fields.layers === layersOfLargest ? fields.hiddenSize / fields.heads : fields.headSize) ** -0.5,
});

/** Every other layer, the first included, sees a window; the norms of the file have their 1 in them. */
export const gemma2: Architecture = {
  transformers: { architecture: 'Gemma2ForCausalLM', modelType: 'gemma2' },
  norms: 'around',
  activation: 'gelu',
  window: { field: WINDOW, isWindow: (layer) => layer % 2 === 0 },
  fields: [WINDOW, 'attn_logit_softcapping', 'final_logit_softcapping'],
  scales: (fields) => ({
    ...scalesOf(46)(fields),
    attentionCap: fields.real('attn_logit_softcapping') ?? 50,
    logitsCap: fields.real('final_logit_softcapping') ?? 30,
  }),
};

/** Five of six layers see a window, and turn by another base. */
export const gemma3: Architecture = {
  transformers: { architecture: 'Gemma3ForCausalLM', modelType: 'gemma3_text' },
  norms: 'around',
  headNorms: 'each',
  activation: 'gelu',
  window: { field: WINDOW, isWindow: (layer) => (layer + 1) % 6 !== 0, ropeBase: 10_000 },
  fields: [WINDOW],
  scales: scalesOf(62),
};
