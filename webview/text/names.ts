import { type Part } from '../../src/attention/parts';
import { type Token } from '../../src/protocol/attention';
import { type AnalysisResult } from '../../src/protocol/analysis';
import { type HeadChoice } from '../../src/protocol/borders/inference';
import { type Role } from '../../src/protocol/prompt';
import { type L10n } from './l10n';
import { strings } from './strings';

const roleNames: Record<Role, string> = {
  prompt: strings.rolePrompt,
  system: strings.roleSystem,
  user: strings.roleUser,
  assistant: strings.roleAssistant,
  tool: strings.roleTool,
  data: strings.roleData,
};

const shortNames: Record<Role, string> = {
  prompt: strings.shortPrompt,
  system: strings.shortSystem,
  user: strings.shortUser,
  assistant: strings.shortAssistant,
  tool: strings.shortTool,
  data: strings.shortData,
};

/** A segment as an axis names it. */
export function shortName(l10n: L10n, segment: AnalysisResult['segments'][number] | undefined): string {
  return l10n.t(segment ? shortNames[segment.role] : strings.shortTemplate);
}

/** A segment as a sentence names it. */
export function segmentName(l10n: L10n, segment: AnalysisResult['segments'][number] | undefined): string {
  if (!segment) return l10n.t(strings.template);
  const name = l10n.t(roleNames[segment.role]);
  // Tool results and data are untrusted by their nature: saying so again would only be longer.
  return segment.trust === 'untrusted' && segment.role !== 'tool' && segment.role !== 'data'
    ? l10n.t(strings.untrusted, { segment: name })
    : name;
}

/** The segments of a prompt, with a number where a name comes more than once. */
export function segmentNames(l10n: L10n, segments: AnalysisResult['segments']): string[] {
  const names = segments.map((segment) => segmentName(l10n, segment));
  const seen = new Map<string, number>();
  return names.map((name) => {
    if (names.indexOf(name) === names.lastIndexOf(name)) return name;
    const n = (seen.get(name) ?? 0) + 1;
    seen.set(name, n);
    return `${name} ${n}`;
  });
}

/** The parts of a prompt, as legends and menus name them. */
export function partNames(
  l10n: L10n,
  parts: readonly Part[],
  segments: AnalysisResult['segments'],
): string[] {
  const names = segmentNames(l10n, segments);
  return parts.map(({ kind, index }) => {
    switch (kind) {
      case 'segment':
        return names[index]!;
      case 'finding':
        return l10n.t(strings.finding, { n: index + 1 });
      case 'sink':
        return l10n.t(strings.firstToken);
      default:
        return l10n.t(strings[kind]);
    }
  });
}

const signs: Record<string, string> = {
  ' ': '·',
  '\n': '↵',
  '\r': '␍',
  '\t': '⇥',
  // The rest of a character that the token before has begun.
  '\ufffd': '‥',
};

/** A token as one visible word: white space as signs, control and format characters by their code. */
export function visible(text: string): string {
  return text.replace(/[ \n\r\t\ufffd]|\p{C}|\p{Zl}|\p{Zp}|[\u00a0\u2000-\u200a\u3000]/gu, (character) => {
    const sign = signs[character];
    return sign ?? `‹${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}›`;
  });
}

/** Letters that are written from right to left: Hebrew to Arabic, and the scripts of the planes above. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Whether most words of a text that have a direction are written from right to left. */
export function isRightToLeft(texts: readonly string[]): boolean {
  const right = texts.filter((text) => RIGHT_TO_LEFT.test(text)).length;
  return right > texts.filter((text) => /\p{L}/u.test(text)).length / 2;
}

/** Marks that keep a part of a sentence from turning what stands around it; nothing that a file needs. */
const ISOLATES = /[\u2068\u2069]/g;

/** A token within other text: what is written from right to left turns neither numbers nor commas around it. */
function word(text: string): string {
  const shown = visible(text);
  return RIGHT_TO_LEFT.test(shown) ? `\u2068${shown}\u2069` : shown;
}

/** A name as a file has it. A prompt's own marks are shown by their codes, and stay. */
export function plainName(name: string): string {
  return name.replace(ISOLATES, '');
}

/** A token with its number. */
export function tokenName(l10n: L10n, tokens: readonly Token[], index: number): string {
  return l10n.t(strings.tokenAt, { index: String(index), token: word(tokens[index]?.text ?? '') });
}

/** A token as a sentence quotes it. */
export function quoted(token: Token | undefined): string {
  return `“${word(token?.text ?? '')}”`;
}

/** The name of cell `cell` of an axis on which each cell stands for `pool` tokens. */
export function cellName(l10n: L10n, tokens: readonly Token[], cell: number, pool: number): string {
  if (pool === 1) return tokenName(l10n, tokens, cell);
  const first = cell * pool;
  const last = Math.min(tokens.length, first + pool) - 1;
  return l10n.t(strings.tokenRange, {
    first: String(first),
    last: String(last),
    token: word(tokens[first]?.text ?? ''),
  });
}

/** Which map is meant, within a sentence. */
export function mapName(l10n: L10n, layer: number, head: HeadChoice): string {
  return head === 'mean' ? l10n.t(strings.layerMean, { layer }) : l10n.t(strings.layerHead, { layer, head });
}
