import { type Matrix } from './charts/matrix';
import { mosaicConfig, mosaicLayout } from './charts/mosaic';
import { type NamedPicture } from './exportMenu';
import { sourceOf, type View } from './state';
import { strings } from './strings';

/** Width of the picture, and height of a map with its name, in CSS px. */
const WIDTH = 900;
const AROUND = 90;

/** What an export menu needs of many small maps; `null` while none is drawn. */
export function mosaicContent(
  view: View,
  name: string,
  title: string,
  maps: readonly { name: string; matrix: Matrix }[],
): NamedPicture | null {
  if (maps.length === 0) return null;
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
    name,
    picture: {
      title,
      width: WIDTH,
      height: Math.round(AROUND + ((WIDTH - AROUND) / across) * 1.12 * down),
      config: (palette, width) => mosaicConfig(options, palette, width),
    },
  };
}
