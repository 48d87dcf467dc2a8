import { isOff } from '../../config/ruleSettings';
import type { Memory } from '../../detection/detect';
import { fixesOf } from '../../detection/fixesOf';
import { spelledOut } from '../../detection/hidden/spelledOut';
import { whyAt } from '../../detection/why/whyAt';
import type { Prompts } from '../../prompts/prompts';
import { grammarOf } from '../../prompts/code/languages';
import { placesIn } from '../../prompts/structure/placesIn';
import { originOf } from '../../prompts/trustOrigin';
import type { Unseen } from '../../protocol/borders/scanner';
import type { Source } from '../../protocol/document';
import type { Finding, HiddenText } from '../../protocol/finding';
import type { FixableFinding, TrustOrigin } from '../../protocol/fix';
import type { SourceRange } from '../../protocol/prompt';
import type { Why } from '../../protocol/why';
import { promptsOf, read, segmentsOf, trustIn } from '../../analysis/readDocument';

/**
 * Injection markers in a text as an editor shows them: with hidden characters, each told of by a finding, the ways to
 * do away with each, and where the trust of its text comes from.
 *
 * @param memory of the same document as it was scanned last
 */
export async function scanForEditor(
  source: Source,
  memory?: Memory,
): Promise<{ findings: FixableFinding[]; hidden: HiddenText[]; unseen: Unseen[] }> {
  const { text } = source;
  const hidden = spelledOut(text);
  const { prompts, findings } = await read(source, memory, hidden);
  return { findings: forEditor(source, prompts, findings), hidden, unseen: unseenIn(source) };
}

/** Most stretches that are marked; an editor with more marks is only slowed down. */
const MOST_UNSEEN = 500;
/** A comment with fewer words is a mark for tools. */
const WORDS_SAID = /(?:\p{L}{2,}\P{L}+){3}\p{L}{2,}/u;
/** Marks of templates, whose comments no model reads either. */
const OF_TEMPLATE = /(?:\{#|\{\{!--)$/;

/** What readers of a page do not see, and a model reads; in a program, comments are what its readers see. */
function unseenIn({ text, path, languageId }: Source): Unseen[] {
  if (grammarOf({ path, languageId })) return [];
  const all = placesIn(text).flatMap(({ kind, start, end }): Unseen[] => {
    if (kind === 'hidden-element') return [{ by: 'style', start, end }];
    if (kind !== 'comment' || OF_TEMPLATE.test(text.slice(Math.max(0, start - 5), start))) return [];
    return WORDS_SAID.test(text.slice(start, end)) ? [{ by: 'comment', start, end }] : [];
  });
  return all.slice(0, MOST_UNSEEN);
}

/** Findings in a text that were made elsewhere, as an editor shows them. */
export async function fixFindings(
  source: Source & { findings: Finding[] },
): Promise<{ findings: FixableFinding[] }> {
  return { findings: forEditor(source, await promptsOf(source), source.findings) };
}

/** Why rules do, or do not, report what stands at a place of a text. */
export async function explainFindings(source: Source & { at: SourceRange }): Promise<Why> {
  const { prompts, findings } = await read(source);
  const { at, settings } = source;
  const why = whyAt(
    segmentsOf(prompts),
    findings,
    at,
    (rule) => settings !== undefined && isOff(rule, settings.config, settings.path),
  );
  return { ...why, isUntrustedFile: settings?.untrustedAt !== undefined };
}

function forEditor(source: Source, prompts: Prompts, findings: readonly Finding[]): FixableFinding[] {
  const { text } = source;
  const segments = segmentsOf(prompts);
  return findings.map((finding) => {
    const origin = originIn(source, prompts, finding);
    return { ...finding, fixes: fixesOf(text, segments, finding), ...(origin && { origin }) };
  });
}

/** Where the trust of the text of a finding comes from: what is said of the whole text, or else of its part. */
function originIn(source: Source, { prompts }: Prompts, { start, end }: Finding): TrustOrigin | undefined {
  const at = source.settings?.untrustedAt;
  if (at) return { by: 'setting', at };
  if (trustIn(source) === 'untrusted') return { by: 'request' };
  for (const { segments } of prompts) {
    const segment = segments.find((each) => each.start <= start && end <= each.end);
    if (segment) return originOf(source.text, segments, segment);
  }
  return undefined;
}
