/** Operators that leave each weight as it is: another type or layout at most. */
export const KEEPS_WEIGHTS: ReadonlySet<string> = new Set([
  'Cast',
  'CastLike',
  'Identity',
  'Dropout',
  'Reshape',
  'Transpose',
  'Unsqueeze',
  'Squeeze',
]);
