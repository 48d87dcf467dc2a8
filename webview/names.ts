import { type Token } from '../src/protocol/attention';
import { type AnalysisResult } from '../src/protocol/analysis';
import { type HeadChoice } from '../src/protocol/inference';
import { type Role } from '../src/protocol/prompt';
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

const signs: Record<string, string> = { ' ': '·', '\n': '↵', '\r': '␍', '\t': '⇥' };

/** A token as one visible word: white space as signs, control and format characters by their code. */
export function visible(text: string): string {
  return text.replace(/[ \n\r\t]|\p{C}|\p{Zl}|\p{Zp}|[\u00a0\u2000-\u200a\u3000]/gu, (character) => {
    const sign = signs[character];
    return sign ?? `‹${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}›`;
  });
}

/** A token with its number. */
export function tokenName(l10n: L10n, tokens: readonly Token[], index: number): string {
  return l10n.t(strings.tokenAt, { index: String(index), token: visible(tokens[index]?.text ?? '') });
}

/** The name of cell `cell` of an axis on which each cell stands for `pool` tokens. */
export function cellName(l10n: L10n, tokens: readonly Token[], cell: number, pool: number): string {
  if (pool === 1) return tokenName(l10n, tokens, cell);
  const first = cell * pool;
  const last = Math.min(tokens.length, first + pool) - 1;
  return l10n.t(strings.tokenRange, {
    first: String(first),
    last: String(last),
    token: visible(tokens[first]?.text ?? ''),
  });
}

/** Which map is meant, within a sentence. */
export function mapName(l10n: L10n, layer: number, head: HeadChoice): string {
  return head === 'mean' ? l10n.t(strings.layerMean, { layer }) : l10n.t(strings.layerHead, { layer, head });
}
