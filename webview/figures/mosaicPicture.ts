import { mosaicConfig, mosaicLayout } from '../charts/mosaic';
import { type Picture } from '../export/picture';
import { type DrawnMap } from './smallMaps';
import { sourceOf, type View } from '../state';
import { strings } from '../strings';

/** Width of the picture, and height of a map with its name, in CSS px. */
const WIDTH = 900;
const AROUND = 90;

/** Small maps as one picture. */
export function mosaicPicture(view: View, name: string, title: string, maps: readonly DrawnMap[]): Picture {
  const { across, down } = mosaicLayout(maps.length);
  const hidden = view.store.get().sink === 'hidden';
  const made = view.l10n.t(hidden ? strings.mosaicSinkOut : strings.mosaicSinkIn);
  const options = {
    name,
    titles: { title, source: sourceOf(view, made) },
    scaleTitle: view.l10n.t(strings.weight),
    maps,
  };
  return {
    title,
    width: WIDTH,
    height: Math.round(AROUND + ((WIDTH - AROUND) / across) * 1.12 * down),
    config: (palette, width) => mosaicConfig(options, palette, width),
  };
}
