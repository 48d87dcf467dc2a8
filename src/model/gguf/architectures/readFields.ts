import { AttnscopeError } from '../../../protocol/errors';
import { sentence } from '../../../protocol/sentence';
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
  /** As `count`; `null` for 0. */
  countOrNone(key: string, fallback?: number | null): number | null;
  text(key: string): string | undefined;
}

export function readFields(file: GgufFile, architecture: string, name: string): FieldReader {
  const field = (key: string): unknown => file.metadata[`${architecture}.${key}`];
  const refuse = (key: string, wanted: string): never => {
    throw new AttnscopeError('bad-model', [
      sentence('The metadata field {field} of {name} is missing or no {wanted}.', {
        ...{ field: `${architecture}.${key}`, name, wanted },
      }),
    ]);
  };
  const real = (key: string): number | undefined => {
    const value = field(key);
    if (value === undefined) return undefined;
    if (typeof value === 'number' && Number.isFinite(value) && value > 0) return value;
    return refuse(key, 'positive number');
  };
  const count = (key: string, fallback?: number): number => {
    const value = field(key) ?? fallback;
    if (typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 2 ** 31) return value;
    return refuse(key, 'positive whole number');
  };
  return {
    real,
    needed: (key) => real(key) ?? refuse(key, 'positive number'),
    count,
    countOrNone(key, fallback) {
      const isNone = field(key) === 0 || (field(key) === undefined && fallback === null);
      return isNone ? null : count(key, fallback ?? undefined);
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
  'attention.sliding_window_pattern',
  'attention.scale',
  'attention.temperature_scale',
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
  { fields = [], partialRotation }: Architecture,
  headSize: number,
): string | null {
  const field = (key: string): unknown => file.metadata[`${architecture}.${key}`];
  const used = FOREIGN_FIELDS.find((key) => field(key) && !fields.includes(key));
  if (used !== undefined) return `sets ${architecture}.${used}`;
  if (field('attention.causal') === false)
    return `lets every token look ahead (${architecture}.attention.causal)`;
  const rotated = field('rope.dimension_count') ?? headSize;
  if (partialRotation ? !isPartOf(rotated, headSize) : rotated !== headSize)
    return `sets ${architecture}.rope.dimension_count to another size than that of a head`;
  if ((field('attention.value_length') ?? headSize) !== headSize)
    return `sets ${architecture}.attention.value_length to another size than that of a head`;
  return null;
}

/** Whether pairs of values of a head can be turned up to a place. */
function isPartOf(rotated: unknown, headSize: number): boolean {
  return typeof rotated === 'number' && rotated > 0 && rotated <= headSize && rotated % 2 === 0;
}
