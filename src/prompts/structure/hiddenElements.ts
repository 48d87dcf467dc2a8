import type { Place } from '../../protocol/prompt';

const TAG = /<(\/?)([a-z][\w-]{0,30})((?:\s[^<>]{0,2000})?)\s*(\/?)>/gi;
const STYLE = /\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)')/i;

/** Ways of a style to show nothing, or nothing that can be read. */
const unseen: readonly RegExp[] = [
  /(?:^|;)\s*display\s*:\s*none\b/i,
  /(?:^|;)\s*visibility\s*:\s*(?:hidden|collapse)\b/i,
  /(?:^|;)\s*opacity\s*:\s*(?:0?\.0\d*|0)(?![\d.])/i,
  /(?:^|;)\s*font-size\s*:\s*(?:0?\.\d+|[012])(?:\.\d+)?(?:px|pt|%|em|rem|vw)?\s*(?:;|!|$)/i,
  /(?:^|;)\s*(?:max-)?(?:height|width)\s*:\s*[01](?:px|pt|%)?\s*(?:;|!|$)/i,
  /(?:^|;)\s*(?:left|right|top|bottom|text-indent|margin-left)\s*:\s*-\d{3,}/i,
  /(?:^|;)\s*clip(?:-path)?\s*:\s*(?:rect\(0|inset\((?:100|50)%)/i,
];
/** Colours of what most pages are written on. */
const PAPER =
  /^(?:white|#fff(?:fff)?|#fefefe|#fdfdfd|transparent|rgba?\(\s*255\s*,\s*255\s*,\s*255.*|rgba\(.*,\s*0(?:\.0\d*)?\s*\))$/i;

/** What stands in elements of HTML that nobody sees: by attribute, style, size or colour. In order of their starts. */
export function hiddenElements(text: string): Place[] {
  const places: Place[] = [];
  /** Ends of elements by their names: looked for once from behind, so that time grows with the text. */
  const open: { name: string; start: number; isHidden: boolean }[] = [];
  if (!/<[^<>]*\b(?:hidden|style|color|size)\b/i.test(text)) return places;
  for (const { 0: tag, 1: isEnd, 2: name, 3: attributes, 4: isEmpty, index } of text.matchAll(TAG)) {
    const lower = name!.toLowerCase();
    if (!isEnd) {
      if (isEmpty || VOID.has(lower)) continue;
      open.push({ name: lower, start: index + tag.length, isHidden: isUnseen(attributes!) });
      if (open.length > DEEPEST) open.shift();
      continue;
    }
    const at = open.findLastIndex((each) => each.name === lower);
    if (at < 0) continue;
    const { start, isHidden } = open[at]!;
    open.length = at;
    if (isHidden && index > start) places.push({ kind: 'hidden-element', start, end: index });
  }
  return places.sort((a, b) => a.start - b.start);
}

/** How many elements may be open at once: more are no document. */
const DEEPEST = 200;
const VOID = new Set(['br', 'img', 'hr', 'input', 'meta', 'link', 'source', 'wbr', 'area', 'col', 'embed']);

function isUnseen(attributes: string): boolean {
  if (/\shidden(?=\s|=|$)/i.test(attributes)) return true;
  const color = /\scolor\s*=\s*["']?([^"'\s>]+)/i.exec(attributes)?.[1];
  if (color !== undefined && PAPER.test(color)) return true;
  const style = STYLE.exec(attributes);
  const said = style?.[1] ?? style?.[2];
  return said !== undefined && (unseen.some((way) => way.test(said)) || isOnItself(said));
}

/** A text in the colour of the page, or of its own background. */
function isOnItself(style: string): boolean {
  const color = /(?:^|;)\s*color\s*:\s*([^;]+)/i
    .exec(style)?.[1]
    ?.replace(/!important/i, '')
    .trim();
  if (color === undefined) return false;
  const behind = /(?:^|;)\s*background(?:-color)?\s*:\s*([^;]+)/i.exec(style)?.[1]?.trim();
  return behind === undefined ? PAPER.test(color) : behind.toLowerCase() === color.toLowerCase();
}
