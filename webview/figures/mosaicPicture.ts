import { mosaicConfig, mosaicLayout } from '../charts/mosaic';
import { type NumberGrid } from '../numbers/numberGrid';
import { type Picture } from '../export/picture';
import { type DrawnMap } from './smallMaps';
import { sourceOf, type View } from '../state/state';
import { strings } from '../text/strings';

/** Width of the picture, and height of a map with its name, in CSS px. */
const WIDTH = 900;
const AROUND = 90;

/** Small maps as one picture. */
export function mosaicPicture(
  view: View,
  { name, title, treatment }: NumberGrid,
  maps: readonly DrawnMap[],
): Picture {
  const { across, down } = mosaicLayout(maps.length);
  const options = {
    name,
    titles: { title, source: sourceOf(view, `${view.l10n.t(strings.ownColours)} ${treatment}`) },
    scaleTitle: view.l10n.t(strings.weight),
    most: view.l10n.t(strings.most),
    maps,
  };
  return {
    title,
    width: WIDTH,
    height: Math.round(AROUND + ((WIDTH - AROUND) / across) * 1.12 * down),
    config: (palette, width) => mosaicConfig(options, palette, width),
  };
}
