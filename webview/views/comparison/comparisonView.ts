import type { Comparison } from '../../../src/protocol/measured/comparison';
import type { ShownAnalysis } from '../../../src/protocol/borders/shown';
import type { Disposable } from '../../dom/disposable';
import type { MapSource } from '../../maps/mapSource';
import type { View } from '../../state/state';

/** All that the views of a comparison are made from. */
export interface ComparisonView {
  comparison: Comparison;
  before: ShownAnalysis;
  after: ShownAnalysis;
  maps: { before: MapSource; after: MapSource };
  /** The view of the prompt after, whose layer, head and sink are those of the page. */
  view: View;
}

/** Draws a view of a comparison into an element, until it is disposed. */
export type MountComparison = (host: HTMLElement, view: ComparisonView) => Disposable;
