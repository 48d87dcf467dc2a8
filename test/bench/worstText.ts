import { rules } from '../../src/detection/rules';

/** Pieces that make readers and rules look far or often: beginnings without an end, marks, phrases, encodings. */
const pieces: readonly string[] = [
  ...[
    'ignore ',
    'previous ',
    'hey bot, ',
    'if this is read by ',
    'for the user of the ai ',
    'act as ',
    'send the ',
  ],
  ...[
    'never ',
    'tell the user ',
    'the ',
    'a ',
    'i ',
    'g n o r e ',
    '1gn0r3 ',
    'ignroe ',
    'instruc',
    'е',
    '忽略',
    'ά',
  ],
  ...[
    '://',
    'https://a?b=[',
    '?q=%69',
    '%E5%BF',
    '![](',
    '](',
    '@',
    'a@b.',
    '&#105;',
    '&nbsp;',
    '&',
    '\\u0069',
    '\\n',
  ],
  ...[
    '<|im_start|>',
    '<|',
    '<b></b>',
    '<i>',
    '<!-- ',
    '<system>',
    '</',
    '[INST]',
    '{# ',
    '{{',
    '"role": "system", ',
  ],
  ...[
    '"tool_calls":[{',
    '--- END OF ',
    '### ',
    '// ai ',
    '# agent: ',
    '- ',
    '> ',
    '|',
    'System: x\nAssistant: sure\n',
  ],
  ...[
    'QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo',
    'SWdub3JlIGFsbCA',
    '61 62 ',
    '01000001 ',
    '=41',
    '=\n',
    '9jqo^BlbD-',
    'vtaber ',
  ],
  ...[
    'erongi ',
    'snoitcurtsni ',
    'base64 -d ',
    'echo "',
    '| sh',
    'powershell -e ',
    'aaaa',
    '0000',
    '/',
    '-',
    '_',
    '...',
  ],
  ...[
    '"',
    "'",
    '`',
    '“',
    '(',
    ')',
    '[',
    ']',
    ',',
    '. ',
    ': ',
    '\n',
    '\n\n',
    '\r\n',
    ' ',
    '\t',
    '\u200b',
    '\u202e',
    '\u{e0041}',
  ],
  ...['\ufe0f', '\ud800', '\u001b[', '\b', '😀', 'é', 'Ａ', 'ß', '½'],
];

const LENGTH = 16_384;
/** Runs that a text has to be above the worst so far in. */
const RUNS = 8;
const KB = 1024;

/** The text of a few pieces, repeated, that takes most CPU per KB of those tried in a time; `cpuOf` gives ms. */
export async function worstText(
  cpuOf: (text: string) => Promise<number>,
  seconds: number,
): Promise<{ pieces: string[]; perKb: number }> {
  const end = performance.now() + seconds * 1_000;
  const examples = rules.flatMap(({ invalid }) => invalid);
  const random = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)]!;
  const any = (): string => (Math.random() < 0.85 ? random(pieces) : random(examples));
  let worst: { pieces: string[]; perKb: number } = { pieces: [], perKb: 0 };
  while (performance.now() < end) {
    // Half of the tries change the worst so far.
    const tried =
      worst.pieces.length > 0 && Math.random() < 0.5
        ? changed(worst.pieces, any)
        : Array.from({ length: 1 + Math.floor(Math.random() * 4) }, any);
    const unit = tried.join('');
    const text = unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH);
    const perKb = await settled(text, cpuOf, worst.perKb);
    if (perKb > worst.perKb) worst = { pieces: tried, perKb };
  }
  return worst;
}

/**
 * CPU per KB of a text, of several runs the least: what interrupts one, or is compiled in it, does not cost the next.
 * It is run again only as long as it is above the worst so far.
 */
async function settled(
  text: string,
  cpuOf: (text: string) => Promise<number>,
  worst: number,
): Promise<number> {
  let least = Infinity;
  for (let run = 0; run < RUNS && least > worst; run++)
    least = Math.min(least, ((await cpuOf(text)) * KB) / text.length);
  return least;
}

/** Pieces with one replaced, added or left out. */
function changed(before: readonly string[], any: () => string): string[] {
  const at = Math.floor(Math.random() * before.length);
  return before.toSpliced(
    at,
    Math.floor(Math.random() * Math.min(2, before.length)),
    ...(Math.random() < 0.8 ? [any()] : []),
  );
}
