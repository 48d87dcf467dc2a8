import type { Token } from '../protocol/attention';
import { Section, type SectionTokens } from '../protocol/measured/features';
import type { Segment, SourceRange } from '../protocol/prompt';

/** What tells sections apart. */
export interface SectionedPrompt {
  tokens: readonly Pick<Token, 'origin' | 'start' | 'end' | 'segment'>[];
  segments: readonly Pick<Segment, 'role' | 'trust'>[];
  /** Key position of the sink; `null` where there is none. */
  sink: number | null;
  /** Parts of the source that are data, whatever the segment around them is: what was put into a template. */
  data?: readonly SourceRange[];
}

/** The tokens of each section that has any, in the order of `Section`. Tokens of which nothing is known are in none. */
export function sectionsOf(prompt: SectionedPrompt): SectionTokens[] {
  const found = new Map<Section, SectionTokens>();
  prompt.tokens.forEach((_, token) => {
    const section = sectionOf(prompt, token);
    if (section === null) return;
    const own = found.get(section) ?? { section, runs: [], tokens: 0 };
    found.set(section, own);
    own.tokens += 1;
    const last = own.runs.at(-1);
    if (last?.end === token) last.end = token + 1;
    else own.runs.push({ first: token, end: token + 1 });
  });
  return Section.options.flatMap((section) => found.get(section) ?? []);
}

function sectionOf({ tokens, segments, sink, data = [] }: SectionedPrompt, at: number): Section | null {
  if (at === sink) return 'sink';
  const { origin, start, end, segment } = tokens[at]!;
  const spoken = segment === null ? undefined : segments[segment];
  if (!spoken) return origin === 'template' || origin === 'special' ? 'template' : null;
  const isData =
    start !== null && end !== null && data.some((range) => start < range.end && range.start < end);
  if (isData || spoken.trust === 'untrusted') return 'untrusted';
  // A plain prompt is what its author tells the model, as a user does.
  return spoken.role === 'system' || spoken.role === 'assistant' ? spoken.role : 'user';
}
