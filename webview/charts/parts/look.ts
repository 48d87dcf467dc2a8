import type { Palette } from '../../colors/palette';

/** The font of what is written beside a picture. */
export function labelFont({ fontFamily, fontSize }: Palette) {
  return { family: fontFamily, size: fontSize };
}

/** An axis's title; none where it is empty. */
export function axisTitle(palette: Palette, text: string) {
  return { display: text !== '', text, color: palette.muted, font: labelFont(palette) };
}

/** A tooltip as a plain box. */
export function tooltipLook({ background, foreground }: Palette) {
  return {
    backgroundColor: background,
    borderColor: foreground,
    borderWidth: 1,
    cornerRadius: 2,
    titleColor: foreground,
    bodyColor: foreground,
  };
}

/** What every chart here is: as large as its box, or as its sheet where it has titles, and still. */
export function chartLook(hasTitles: boolean) {
  return {
    responsive: true,
    maintainAspectRatio: false,
    animation: false as const,
    layout: { padding: hasTitles ? 16 : 2 },
  };
}
