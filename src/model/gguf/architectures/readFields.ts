import { AttnscopeError } from '../../../protocol/errors';
import { plainText } from '../../../protocol/plainText';
import type { GgufFile } from '../readGguf';
import type { Architecture } from './architecture';

/** Fields of the metadata of an architecture, checked. */
export interface FieldReader {
  /** A whole number above 0. Throws `bad-model`. */
  count(key: string, fallback?: number): number;
  /** A number above 0; `undefined` where there is none. Throws `bad-model` for any other. */
  real(key: string): number | undefined;
  /** The same, where there has to be one. */
  needed(key: string): number;
  text(key: string): string | undefined;
}

export function readFields(file: GgufFile, architecture: string, name: string): FieldReader {
  const field = (key: string): unknown => file.metadata[`${architecture}.${key}`];
  const refuse = (key: string, wanted: string): never => {
    throw new AttnscopeError(
      'bad-model',
      `The metadata field ${architecture}.${key} of ${name} is missing or no ${wanted}.`,
    );
  };
  const real = (key: string): number | undefined => {
    const value = field(key);
    if (value === undefined) return undefined;
    if (typeof value === 'number' && Number.isFinite(value) && value > 0) return value;
    return refuse(key, 'positive number');
  };
  return {
    real,
    needed: (key) => real(key) ?? refuse(key, 'positive number'),
    count(key, fallback) {
      const value = field(key) ?? fallback;
      if (typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 2 ** 31) return value;
      return refuse(key, 'positive whole number');
    },
    text(key) {
      const value = field(key);
      return typeof value === 'string' ? value : undefined;
    },
  };
}

/** Fields that change what is computed; 0, false or absent where unused. */
const FOREIGN_FIELDS = [
  'attention.sliding_window',
  'attention.scale',
  'attention.clamp_kqv',
  'attn_logit_softcapping',
  'final_logit_softcapping',
  'embedding_scale',
  'residual_scale',
  'logit_scale',
  'use_parallel_residual',
  'rope.scale_linear',
  'expert_count',
];

/** What in the metadata asks for a computation other than ours, as the end of a sentence. */
export function whatIsUnsupported(
  file: GgufFile,
  architecture: string,
  { fields = [] }: Architecture,
  headSize: number,
): string | null {
  const field = (key: string): unknown => file.metadata[`${architecture}.${key}`];
  const used = FOREIGN_FIELDS.find((key) => field(key) && !fields.includes(key));
  if (used !== undefined) return `sets ${architecture}.${used}`;
  if (field('attention.causal') === false)
    return `lets every token look ahead (${architecture}.attention.causal)`;
  for (const key of ['attention.value_length', 'rope.dimension_count']) {
    if ((field(key) ?? headSize) !== headSize)
      return `sets ${architecture}.${key} to another size than that of a head`;
  }
  const scaling = field('rope.scaling.type') ?? 'none';
  if (scaling === 'none' || scaling === 'linear') return null;
  return `scales positions by the method "${plainText(String(scaling), 20)}"`;
}
