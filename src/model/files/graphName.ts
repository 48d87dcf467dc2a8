/** What a graph is for, by the name that exporters give its file. */
export interface GraphName {
  /** The part of the model that it is; `other` where the name is none that exporters give. */
  part: GraphPart;
  /** How its weights are stored; `full`: as the model was trained, `null` where the name does not tell. */
  precision: Precision | null;
}

export type GraphPart =
  | 'whole'
  | 'text'
  | 'picture'
  | 'sound'
  | 'encoder'
  | 'decoder'
  | 'decoder-with-past'
  | 'embedding'
  | 'other';

/** In the order in which they are taken where nobody chose: nearest to the trained model first. */
export const PRECISIONS = [
  ...['full', 'optimized', 'fp16', 'bf16', 'quantized', 'int8', 'uint8', 'q4', 'q4f16', 'bnb4'],
] as const;
export type Precision = (typeof PRECISIONS)[number];

/**
 * Names of Optimum (https://huggingface.co/docs/optimum-onnx, `optimum/onnxruntime/utils.py`), transformers.js and sentence-transformers, which
 * export parts of a model into files of their own. Longer names come before those that they begin with.
 */
const STEMS: readonly [RegExp, GraphPart][] = [
  [/^(?:encoder_model|encoder|text_encoder)/, 'encoder'],
  [/^decoder_with_past_model/, 'decoder-with-past'],
  [/^(?:decoder_model_merged|decoder_model|decoder)/, 'decoder'],
  [/^text_model/, 'text'],
  [/^(?:vision_model|vision_encoder)/, 'picture'],
  [/^(?:audio_model|audio_encoder)/, 'sound'],
  [/^embed_tokens/, 'embedding'],
  [/^model/, 'whole'],
];

/** Suffixes of the same exporters; those of sentence-transformers name the processor too (`qint8_avx512_vnni`). */
const SUFFIXES: readonly [RegExp, Precision][] = [
  [/^$/, 'full'],
  [/^(?:optimized|O[1-3])$/, 'optimized'],
  [/^(?:fp16|O4)$/, 'fp16'],
  [/^bf16$/, 'bf16'],
  [/^(?:quantized|q8)$/, 'quantized'],
  [/^q?int8(?:_\w+)?$/, 'int8'],
  [/^q?uint8(?:_\w+)?$/, 'uint8'],
  [/^q4$/, 'q4'],
  [/^q4f16$/, 'q4f16'],
  [/^bnb4$/, 'bnb4'],
];

/** Reads the name of a graph file, its ending left out. */
export function graphName(stem: string): GraphName {
  for (const [pattern, part] of STEMS) {
    const [start] = pattern.exec(stem) ?? [];
    if (start === undefined) continue;
    const suffix = stem.slice(start.length).replace(/^_/, '');
    const precision = SUFFIXES.find(([form]) => form.test(suffix))?.[1];
    if (precision !== undefined) return { part, precision };
  }
  return { part: 'other', precision: null };
}
