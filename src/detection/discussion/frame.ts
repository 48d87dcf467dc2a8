import { lineAfter, lineBefore } from '../reading/lines';
import type { Reading } from '../reading/readText';
import { wrappedAfter, wrappedBefore } from './wrapped';

/** Words of those who speak about attacks, or about faults: what they list, show or quote is an example. */
const aboutAttacks = new RegExp(
  [
    'inject|attack|malicious|adversar|jailbreak|suspicio|threat|danger|hostile|red[ -]flag|untrusted|exploit|payload|poison|manipulat|attempt|tamper|spoof|phish|vulnerab',
    'detect|blocklist|blacklist|denylist|banned|forbidden|signature|scanner|scan\\b|finding|alert|quarantine|sanitiz|severity|critical|guardrail|red[ -]team|exfiltrat|hijack',
    'test[ _-]?case|should[ _](?:be[ _])?(?:block|flag|refus|reject|detect)|expected|must not obey|is data|are data|as data|not (?:an )?instructions?|bypass|abuse|trick|unsafe|security|risk|mistake|anti-?pattern|❌|🚫|⚠|bad\\b|wrong',
    '注入|攻击|恶意|危险|可疑|威胁|检测|拦截|黑名单|越狱|指令覆盖|绕过|伪装|敏感|安全|风险|错误|问题|禁止|警示|インジェクション|攻撃|検出|危険|공격|탐지|주입',
    'angriff|schädlich|verdächtig|bösartig|attaque|malveillant|ataque|malicios|attacco|вредонос|атак|инъекц|saldır|zararlı|atak|aanval',
  ].join('|'),
  'i',
);
/** The same at any place in a word: where a text has none, no part of it has. */
const anywhere = new RegExp(aboutAttacks.source.replaceAll('\\b', ''), 'i');
/** Whether texts have any: the lines beside each finding of one that is nothing but findings would be read again. */
const spoken = new WeakMap<Reading, boolean>();

/** Whether a part of a text speaks about attacks or faults. */
function isAboutAttacks(reading: Reading, part: string): boolean {
  const known = spoken.get(reading) ?? anywhere.test(reading.folded);
  spoken.set(reading, known);
  return known && aboutAttacks.test(part);
}

/** The plainest of them: what stands in a sample or a list without quotation marks needs these. */
const plainly =
  /inject|attack|malicious|adversar|jailbreak|suspicio|hostile|red[ -]flag|exploit|poison|phish|hijack|exfiltrat|blocklist|blacklist|denylist|scanner|finding|detect|test[ _-]?case|dangerous|attempts|❌|注入|攻击|恶意|危险|可疑|威胁|检测|黑名单|越狱|错误：|问题：|インジェクション|攻撃|検出|공격|탐지|주입/i;
/** Words that give an example of what somebody may say. */
const example =
  /\b(?:patterns?|phrases?|phrased|wordings?|examples?|for instance|such as|e\.?g\.?|like|says?|saying|said|text|messages?|requests?|asks?|claims?|words|lines?|strings?|instructions? (?:like|such)|contains?|trigger|keywords?|queries|query|input)\b|例如|示例|比如|模式|例:|例：|z\. ?B\.|beispiel|par exemple|por ejemplo|por exemplo|ad esempio|например|örneğin/i;

/** A string that a program hands to somebody is said to them. */
const argument = /[\w\]]\(\s?$/;

/** "If a user says something like this:" announces what somebody may say; "if a user asks, do this:" does not. */
const announced =
  /\b(?:if|when|whenever|should|in case)\b[^:\n]{0,60}\b(?:users?|someone|somebody|anyone|anybody|people|they|visitors?|customers?)\b[^:\n]{0,30}?\b(?:asks?|says?|sends?|types?|writes?|enters?|tr(?:y|ies)|requests?|inputs?|uses?)\s(?:\w+\s){0,2}(?:(?:the|any of the|one of the)\s(?:following|below)|any of (?:these|this)|(?:some|any)thing (?:like|such as|similar)|things like|words like|(?:phrases|questions|prompts|messages|requests)\b)[^\n]*:\s*$/i;
/** How many lines may stand between such words and what is said, and UTF-16 code units. */
const ANNOUNCED_LINES = 8;
const ANNOUNCED = 600;

/** How far above a place the words that frame it are looked for, UTF-16 code units and lines. */
const REACH = 2_500;
const LINES = 40;
/** Headings and lead-ins that are read above a place, from the nearest on. */
const LEADS = 3;

const heading = /^\s{0,3}#{1,6}\s|^\s{0,8}(?:[-*+]\s|\d{1,2}[.)]\s)?\*\*[^*]+\*\*\s?[:：]?\s*$|^\s{0,8}<\w/;
const leadIn = /[:：]\s*(?:\*\*|`{3}\w*)?\s*$/;
const item = /^\s*(?:[-*+•]|\d{1,3}[.)])\s/;

/** How a place is framed by what stands on its line, above its list, or over its section; each is read when asked for. */
export interface Frame {
  /** Somebody speaks about attacks or faults there. */
  attack(): boolean;
  /** An example of what may be said is announced there. */
  example(): boolean;
  /** Attacks are spoken about in so many words, right above or beside. */
  plain(): boolean;
}

/**
 * Reads what frames a place.
 *
 * @param start where the match, or the quotation around it, begins
 * @param end where it ends
 */
export function frameOf(reading: Reading, start: number, end: number): Frame {
  const content = reading.folded;
  const before = lineBefore(content, start);
  const beside = `${before} ${lineAfter(content, end)}`;
  let read: readonly string[] | undefined;
  const leads = (): readonly string[] => (read ??= leadsAbove(reading, start));
  // Its lines may be broken to fit a page, between an example and the words that announce it.
  let wrapped: string | undefined;
  const around = (): string => (wrapped ??= `${wrappedBefore(content, start)} ${wrappedAfter(content, end)}`);
  return {
    attack: () =>
      isAboutAttacks(reading, beside) ||
      isAboutAttacks(reading, around()) ||
      leads().some((lead) => isAboutAttacks(reading, lead)),
    plain: () => plainly.test(beside) || leads().some((lead, at) => at < 2 && plainly.test(lead)),
    example: () =>
      (example.test(beside) || example.test(around()) || example.test(leads()[0] ?? '')) &&
      !argument.test(before),
  };
}

/** Whether a place is an item of a list, a cell of a table, and its lead-in speaks about attacks. */
export function isListedAttack(reading: Reading, start: number): boolean {
  const content = reading.folded;
  const line = lineBefore(content, start);
  const isCell = isRow(line);
  if (!isCell && !item.test(line)) return false;
  const [lead] = leadsAbove(reading, start);
  if (isCell) {
    // The cells beside it, and the head of the table.
    const cells = `${line.slice(0, line.lastIndexOf('|'))} ${lineAfter(content, start).split('|').slice(1).join('|')}`;
    return isAboutAttacks(reading, cells) || isAboutAttacks(reading, lead ?? '') || example.test(lead ?? '');
  }
  return lead !== undefined && plainly.test(lead);
}

/** Whether a place stands in the lines right below words that announce what somebody may say. */
export function isAnnounced(reading: Reading, start: number): boolean {
  const content = reading.folded;
  const { above } = knownLinesOf(reading);
  const from = Math.max(0, start - ANNOUNCED);
  const said = ({ start, end }: LineAbove): string => content.slice(start, end);
  let line = lineAbove(content, start, from, above);
  for (let count = 0; count < ANNOUNCED_LINES && line; count++) {
    const next = lineEndingAt(content, line.start - 1, from, above);
    // One empty line may part them.
    if (said(line).trim() === '') return next !== undefined && announced.test(said(next));
    if (announced.test(said(line))) return true;
    line = next;
  }
  return false;
}

const isRow = (line: string): boolean => /^\s*\|/.test(line);

/** A line above others: where it stands, and what it may be to them. */
interface LineAbove {
  start: number;
  end: number;
  isRow: boolean;
  introduces: boolean;
}

/** What is known of the lines of a text: a line may be asked about very often, and stand above many that are. */
interface KnownLines {
  /** What introduces a line, by where it begins. */
  leads: Map<number, readonly string[]>;
  /** Lines by where they end. */
  above: Map<number, LineAbove>;
}
const known = new WeakMap<Reading, KnownLines>();

function knownLinesOf(reading: Reading): KnownLines {
  const lines = known.get(reading) ?? { leads: new Map(), above: new Map() };
  known.set(reading, lines);
  return lines;
}

/** The nearest lines above a place that introduce it: lead-ins, headings, the head of its table. */
function leadsAbove(reading: Reading, start: number): readonly string[] {
  const lines = knownLinesOf(reading);
  const before = lineBefore(reading.folded, start);
  const line = start - before.length;
  const leads = lines.leads.get(line) ?? leadsOf(reading.folded, line, isRow(before), lines.above);
  lines.leads.set(line, leads);
  return leads;
}

/**
 * @param start where the line of the place begins, or what is read of it
 * @param table whether it is a row of one
 */
function leadsOf(
  content: string,
  start: number,
  table: boolean,
  above: Map<number, LineAbove>,
): readonly string[] {
  const from = Math.max(0, start - REACH);
  const leads: string[] = [];
  let line = lineAbove(content, start, from, above);
  for (let count = 0; count < LINES && leads.length < LEADS && line; count++) {
    const next = lineEndingAt(content, line.start - 1, from, above);
    const isHead = table && leads.length === 0 && line.isRow && next?.isRow !== true;
    if (isHead || line.introduces) leads.push(content.slice(line.start, line.end));
    line = next;
  }
  return leads;
}

/** The nearest line that ends before a place, which may stand anywhere in its own line. */
function lineAbove(
  content: string,
  place: number,
  from: number,
  above: Map<number, LineAbove>,
): LineAbove | undefined {
  return lineEndingAt(content, from + content.slice(from, place).lastIndexOf('\n'), from, above);
}

/** The line that a line feed at `end` ends, of which nothing before `from` is read. */
function lineEndingAt(
  content: string,
  end: number,
  from: number,
  above: Map<number, LineAbove>,
): LineAbove | undefined {
  if (end < from) return undefined;
  let line = above.get(end);
  if (line === undefined) above.set(end, (line = describe(content, Math.max(0, end - REACH), end)));
  return line.start < from ? describe(content, from, end) : line;
}

function describe(content: string, from: number, end: number): LineAbove {
  const read = content.slice(from, end);
  const text = read.slice(read.lastIndexOf('\n') + 1);
  return {
    start: end - text.length,
    end,
    isRow: isRow(text),
    introduces: heading.test(text) || leadIn.test(text) || /^\s*(?:#|\/\/|--)\s?\S/.test(text),
  };
}
