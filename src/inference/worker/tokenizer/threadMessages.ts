import type { Encoded } from '../../../model/tokens/encoder';
import type { WireError } from '../../../protocol/errors';
import type { NativeTokenizer } from './openNative';

/** What a tokenizer's thread is asked. */
export type Asked =
  | { call: 'open' }
  | { call: 'write'; ids: readonly number[] }
  | { call: 'encode'; args: Parameters<NativeTokenizer['encode']> };

/** What it tells, by the number of the question. */
export interface Told {
  id: number;
  result?: NativeTokenizer['split'] | Encoded | string;
  error?: WireError;
}
