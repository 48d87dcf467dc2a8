import { ownRules, suppressionsBeside } from '../config/apply';
import { isNamedBy } from '../config/globs';
import { bySettings } from '../config/ruleSettings';
import { detect, type Memory } from '../detection/detect';
import { isRuleName } from '../detection/ruleNames';
import { loneHidden } from '../detection/hidden/loneHidden';
import { spelledOut } from '../detection/hidden/spelledOut';
import { ruleIds } from '../detection/rules/everyRule';
import { LONE_HIDDEN } from '../detection/rules/rule';
import { grammarOf } from '../prompts/code/languages';
import { plainPrompt } from '../prompts/readPrompt';
import type { Prompts } from '../prompts/prompts';
import { readPrompts } from '../prompts/readPrompts';
import { sentencesOfSegments } from '../prompts/sentences';
import type { Document, Source } from '../protocol/document';
import type { Finding, HiddenText } from '../protocol/finding';
import { pack } from '../protocol/borders/packed';
import { outlineOf, type ModelInput, type Prompt, type Segment, type Trust } from '../protocol/prompt';
import { isRuleOf } from '../suppressions/directive';
import { suppressionsIn } from '../suppressions/inText';
import { suppress } from '../suppressions/suppress';
import type { Suppression } from '../suppressions/suppression';

/** From the most believed to the least. */
const ORDER: readonly Trust[] = ['author', 'user', 'untrusted'];

/** Reads a text as the prompts that it holds, and looks for injection markers in them. No model. */
export async function readDocument(source: Source): Promise<Document> {
  const { prompts: found, findings } = await read(source);
  const { task } = source;
  // A program without prompts is read as it stands, where a model is to read it.
  const prompts = found.prompts.length > 0 ? found.prompts : [plainPrompt(source.text, source.as)];
  return {
    prompts: prompts
      .map((read) => (task === undefined ? read : withTask(read, task)))
      .map((prompt) => ({
        outline: outlineOf(prompt),
        sentences: sentencesOfSegments(prompt.segments),
        input: pack(fedOf(prompt)),
      })),
    findings,
  };
}

/** What was found in a text, in its order, and the suppressions that covered something. */
export interface ScannedText {
  findings: Finding[];
  used: readonly Suppression[];
}

/** Injection markers in a text, in its order. No model. */
export async function scanDocument(source: Source): Promise<Finding[]> {
  return (await read(source)).findings;
}

/** The same, with the suppressions that covered something. */
export async function scanText(source: Source): Promise<ScannedText> {
  const { findings, used } = await read(source);
  return { findings, used };
}

/** The prompts of a text, trusted no further than its source and the settings say. */
export async function promptsOf(source: Source): Promise<Prompts> {
  const { text, path, languageId, as, settings } = source;
  const trust = trustIn(source);
  const isData = trust === 'untrusted';
  const about = { path, languageId, isData, dataTags: settings?.config.dataTags };
  // Whoever hands on a program that is not to be trusted hands on all of it.
  if (isData && grammarOf(about)) return { prompts: [lowered(plainPrompt(text, as), trust)], asides: [] };
  const { prompts, asides } = await readPrompts(text, about, as);
  if (!trust) return { prompts, asides };
  return {
    prompts: prompts.map((prompt) => lowered(prompt, trust)),
    asides: asides.map((segment) => withTrust(segment, trust)),
  };
}

/** All that is said in a document, to a model or to whoever reads it. */
export function segmentsOf({ prompts, asides }: Prompts): Segment[] {
  return [...prompts.flatMap((prompt) => prompt.segments), ...asides];
}

/**
 * The prompts of a text, and what was found in them.
 *
 * @param hidden its hidden characters, where those that no rule finds are to be told of too
 */
export async function read(
  source: Source,
  memory?: Memory,
  hidden?: readonly HiddenText[],
): Promise<ScannedText & { prompts: Prompts }> {
  const { text, path, languageId, untrusted, settings } = source;
  const prompts = await promptsOf(source);
  const segments = segmentsOf(prompts);
  const own = settings ? ownRules(settings) : [];
  // A suppression, or a page about a rule, names it in words that it looks for.
  const found = detect(text, { segments }, { untrusted }, own, memory).filter(
    (each) => !isRuleName(text, each),
  );
  const wanted = (all: Finding[]) => (settings ? bySettings(all, settings.config, settings.path) : all);
  const findings = wanted(found);
  const about = { text, path, languageId, segments, markupTrust: trustIn(source) ?? 'author' };
  const isRule = isRuleOf([...ruleIds, ...own.map(({ id }) => id)]);
  const suppressions = [...suppressionsIn(about, isRule), ...(settings ? suppressionsBeside(settings) : [])];
  // Where they are not told of, a suppression of them still has something to hide.
  const isNamed = suppressions.some(({ rules }) => rules.some((name) => isLoneHidden(name)));
  const runs = hidden ?? (isNamed ? spelledOut(text) : []);
  findings.push(...wanted(loneHidden(text, segments, runs, findings)));
  const scanned = withoutSuppressed(text, findings, suppressions);
  const shown = hidden ? scanned.findings : scanned.findings.filter(({ rule }) => rule !== LONE_HIDDEN);
  return { prompts, used: scanned.used, findings: shown };
}

const isLoneHidden = isRuleOf([LONE_HIDDEN]);

/** Findings with those marked that somebody suppressed, and with what is wrong with suppressions of the text. */
function withoutSuppressed(
  text: string,
  found: readonly Finding[],
  all: readonly Suppression[],
): ScannedText {
  const { findings, suppressed, problems, used } = suppress(text, found, all, new Date());
  return {
    findings: [...findings, ...suppressed, ...problems].sort((a, b) => a.start - b.start || a.end - b.end),
    used: [...used],
  };
}

/** How far a whole text is to be trusted at most, as its source and the settings say. */
export function trustIn({ trust, settings }: Source): Trust | undefined {
  const isData = settings?.config.untrusted && isNamedBy(settings.config.untrusted, settings.path);
  return isData ? 'untrusted' : trust;
}

/** A prompt behind the task of a system; the task stands nowhere in the source. */
function withTask({ format, segments }: Prompt, task: string): Prompt {
  const system: Segment = { role: 'system', trust: 'author', start: 0, end: 0, content: task, runs: [] };
  const said = segments.map((each) => (each.role === 'prompt' ? { ...each, role: 'user' as const } : each));
  return { format, rendering: 'messages', segments: [system, ...said] };
}

/** What a model is fed of a prompt: all but white space at the end of a plain text, which nobody wrote as part of it. */
function fedOf({ format, rendering, segments }: Prompt): ModelInput {
  const last = segments.at(-1);
  return {
    rendering,
    segments: format === 'plain' && last ? [...segments.slice(0, -1), withoutEnd(last)] : segments,
  };
}

/** White space except the zero-width no-break space, which counts as a hidden character. */
const WHITE = /[^\S\uFEFF]/;

function withoutEnd(segment: Segment): Segment {
  // Character by character from the end: an expression would try each run of white space in the text.
  let cut = segment.content.length;
  while (cut > 0 && WHITE.test(segment.content[cut - 1]!)) cut--;
  const content = segment.content.slice(0, cut);
  const runs = segment.runs.flatMap((run) => {
    const over = Math.max(0, run.contentEnd - cut);
    return run.contentStart >= cut
      ? []
      : [{ ...run, contentEnd: run.contentEnd - over, sourceEnd: run.sourceEnd - over }];
  });
  return { ...segment, content, runs };
}

function lowered(prompt: Prompt, trust: Trust): Prompt {
  return { ...prompt, segments: prompt.segments.map((segment) => withTrust(segment, trust)) };
}

/** A segment that is trusted no further than that. */
function withTrust(segment: Segment, trust: Trust): Segment {
  return ORDER.indexOf(trust) > ORDER.indexOf(segment.trust) ? { ...segment, trust } : segment;
}
