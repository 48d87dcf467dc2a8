import type { Architecture } from '../architecture';

export const granite: Architecture = {
  transformers: { architecture: 'GraniteForCausalLM', modelType: 'granite' },
  permuted: true,
  fields: ['embedding_scale', 'residual_scale', 'attention.scale', 'logit_scale'],
  scales(fields) {
    const attention = fields.real('attention.scale');
    const logits = fields.real('logit_scale');
    return {
      embedding: fields.real('embedding_scale') ?? null,
      residual: fields.real('residual_scale') ?? null,
      logits: logits === undefined ? null : 1 / logits,
      ...(attention === undefined ? {} : { attention }),
    };
  },
};
