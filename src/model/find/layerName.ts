import type { Stack } from '../find/attentionLayer';

/** Name of a tensor of a layer for who reads it: counted within the stack, and the stack named where there are several. */
export function layerName(tensor: string, { stack, index }: { stack: Stack; index: number }): string {
  return stack === 'self' ? `${tensor}.${index}` : `${tensor}.${stack}.${index}`;
}
