import type { HeadChoice, InferenceParams } from '../../../protocol/borders/inference';
import type { Drawing } from './drawing';
import type { MapKey, RowKind } from './mapStore';

/** A map that is to be drawn, and into what. */
export interface MissingMap {
  layer: number;
  head: HeadChoice;
  into: Float32Array;
}

/** Maps that the store lacks. */
export interface ToRead {
  params: InferenceParams<'maps'>;
  prompt: Pick<MapKey, 'model' | 'tokens'>;
  missing: readonly MissingMap[];
  /** The kind of row that alone is asked for, where the model has it. */
  rowKind: RowKind | undefined;
  drawing: Drawing;
}
