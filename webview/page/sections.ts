import type { Mount } from '../state/state';
import { mountAbout } from '../views/about';
import { mountAnomalies } from '../views/anomalies';
import { mountAnomalyList } from '../views/anomalyList';
import { mountAnswer } from '../views/answer';
import { mountBoundaries } from '../views/boundaries';
import { mountFindings } from '../views/findings';
import { mountFlow } from '../views/flow';
import { mountHeadMaps } from '../views/map/headMaps';
import { mountLayerMaps } from '../views/map/layerMaps';
import { mountMap } from '../views/map/mapView';
import { mountHeadShares } from '../views/headShares';
import { mountMassChart } from '../views/massChart';
import { mountTokenStrip } from '../views/prompt/tokenStrip';
import { mountSystem } from '../views/system';

/** A stretch of the page, by the id of its element, with the views in it. */
export interface Section {
  id: string;
  views: readonly Mount[];
}

/** All that there is to see of an analysis, in the order of the page. The style sheet places some by their ids. */
export const sections = [
  { id: 'answer', views: [mountAnswer] },
  { id: 'findings', views: [mountFindings] },
  { id: 'prompt', views: [mountTokenStrip] },
  { id: 'map', views: [mountMap, mountLayerMaps, mountHeadMaps] },
  { id: 'layers', views: [mountMassChart] },
  { id: 'heads', views: [mountHeadShares] },
  { id: 'flow', views: [mountFlow, mountSystem] },
  { id: 'anomalies', views: [mountAnomalies, mountAnomalyList] },
  { id: 'boundaries', views: [mountBoundaries] },
  { id: 'about', views: [mountAbout] },
] as const satisfies readonly Section[];

export type SectionId = (typeof sections)[number]['id'];
