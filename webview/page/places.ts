import type { Mount } from '../state/state';
import { strings } from '../text/strings';
import { mountAlert } from '../views/alert/alert';
import { mountAbout } from '../views/about';
import { mountAnomalies } from '../views/anomalies';
import { mountAnomalyList } from '../views/anomalyList';
import { mountAnswer } from '../views/answer';
import { mountBoundaries } from '../views/boundaries';
import { mountLens } from '../views/experiments/lens';
import { mountFindings } from '../views/findings';
import { mountCounterfactual } from '../views/experiments/counterfactual';
import { mountGeneration } from '../views/experiments/generation';
import { mountFlow } from '../views/flow';
import { mountAllHeads } from '../views/map/allHeads';
import { mountHeadMaps } from '../views/map/headMaps';
import { mountLayerMaps } from '../views/map/layerMaps';
import { mountMap } from '../views/map/mapView';
import { mountHeadShares } from '../views/headShares';
import { mountHeadGallery } from '../views/heads/headGallery';
import { mountMapPreview } from '../views/map/mapPreview';
import { mountMassChart } from '../views/massChart';
import { mountNextWords } from '../views/nextWords';
import { mountNotes } from '../views/notes';
import { mountPassages } from '../views/passages';
import { mountTokenStrip } from '../views/prompt/tokenStrip';
import { mountSystem } from '../views/system';
import { mountThroughLayers } from '../views/throughLayers';

/** A stretch of a place, by the id of its element, with the views in it. */
export interface Section {
  id: string;
  views: readonly Mount[];
}

/** What is looked at in one turn: a tab of the panel, a chapter of a report. */
export interface Place {
  id: string;
  title: string;
  sections: readonly Section[];
  /** It is made by runs of the model, which a report has not. */
  live?: true;
}

/** All that there is to see of an analysis. The style sheet arranges some sections by their ids. */
export const places = [
  {
    id: 'answer',
    title: strings.placeAnswer,
    sections: [
      { id: 'answer', views: [mountAnswer] },
      { id: 'glance', views: [mountNextWords, mountMapPreview] },
      { id: 'prompt', views: [mountTokenStrip] },
      { id: 'findings', views: [mountFindings, mountPassages, mountNotes] },
    ],
  },
  {
    id: 'map',
    title: strings.placeMap,
    sections: [
      { id: 'alert', views: [mountAlert] },
      { id: 'map', views: [mountMap, mountLayerMaps, mountHeadMaps] },
    ],
  },
  {
    id: 'heads',
    title: strings.placeHeads,
    sections: [
      { id: 'all-heads', views: [mountAllHeads] },
      { id: 'head-gallery', views: [mountHeadGallery] },
      { id: 'heads', views: [mountHeadShares] },
    ],
  },
  {
    id: 'layers',
    title: strings.placeLayers,
    sections: [
      { id: 'layers', views: [mountMassChart] },
      { id: 'flow', views: [mountFlow] },
      { id: 'system', views: [mountSystem] },
      { id: 'anomalies', views: [mountAnomalies, mountAnomalyList] },
      { id: 'boundaries', views: [mountBoundaries] },
      { id: 'through-layers', views: [mountThroughLayers] },
    ],
  },
  {
    id: 'experiments',
    title: strings.placeExperiments,
    live: true,
    sections: [
      { id: 'counterfactual', views: [mountCounterfactual] },
      { id: 'generation', views: [mountGeneration] },
      { id: 'lens', views: [mountLens] },
    ],
  },
  { id: 'about', title: strings.placeAbout, sections: [{ id: 'about', views: [mountAbout] }] },
] as const satisfies readonly Place[];

export type SectionId = (typeof places)[number]['sections'][number]['id'];
