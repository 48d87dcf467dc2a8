import type { Token } from '../../protocol/attention';
import type { ModelInput } from '../../protocol/prompt';
import type { Segment, SourceRange } from '../../protocol/prompt';
import { contentToSource } from '../../protocol/text/sourceMap';
import type { ChatTemplate } from '../files/chatTemplate';
import type { Stretch } from './alignRendering';
import { wellFormed } from './codePoints';
import type { TokenEncoder } from './encoder';
import { joinSegments, type JoinedMessage, stretchesOfSegments } from './joinSegments';
import { locate, type LocatedToken } from './locate';
import { renderChat, type RenderedChat, roleHeadings } from './renderChat';
import { type SealedText, sealMarkup } from './sealMarkup';
import type { SplitTokenizer } from './splitTokenizer';

/**
 * The tokens that a prompt is fed as, with their places in the source. `content` is the content
 * tokenizer of `splitTokenizer`, `chat` the model's template (`null`: role headings).
 *
 * Raw text gets the special tokens of the post-processor; a rendered chat has what its template writes.
 *
 * @throws AttnscopeError where the template cannot be run or refuses the messages.
 */
export async function encodeInput(
  input: ModelInput,
  content: TokenEncoder,
  split: Pick<SplitTokenizer, 'markupTokens' | 'bytesWithoutToken'>,
  chat: ChatTemplate | null,
): Promise<Token[]> {
  const { segments } = input;
  const isRaw = input.rendering === 'raw';
  const messages = joinSegments(input);
  const chatRendered = isRaw ? joinContents(messages) : renderChat(messages, chat ?? roleHeadings);
  const sealed = sealMarkup(
    chatRendered,
    split.markupTokens,
    messages.map(({ content }) => content),
  );
  const rendered = {
    text: chatRendered.text,
    stretches: stretchesOfSegments(chatRendered.stretches, messages),
  };
  const text = wellFormed(sealed.text);
  const located = locate(text, await content.encode(text, isRaw), split.bytesWithoutToken);
  const gaps = gapsOf(located);
  return located.map((token, i) => {
    const made = toToken(token, rendered, sealed.toRendered, segments);
    const gap = gaps[i] && sealed.toRendered(gaps[i]);
    return gap ? { ...made, gap: rendered.text.slice(gap.start, gap.end) } : made;
  });
}

/** `[token]`: the range right before it that no token holds; nothing where the one before ends there. */
function gapsOf(located: readonly LocatedToken[]): (SourceRange | undefined)[] {
  let covered = 0;
  return located.map(({ range }) => {
    if (range === null) return undefined;
    const gap = range.start > covered ? { start: covered, end: range.start } : undefined;
    covered = Math.max(covered, range.end);
    return gap;
  });
}

/**
 * The tokens of a text as the model's own tokenizer reads it: markup in it is markup, the
 * post-processor's special tokens are added. `markup` is the markup tokenizer of `splitTokenizer`.
 */
export async function encodeRaw(
  text: string,
  markup: TokenEncoder,
  { bytesWithoutToken }: Pick<SplitTokenizer, 'bytesWithoutToken'>,
): Promise<Token[]> {
  const fed = wellFormed(text);
  return locate(fed, await markup.encode(fed, true), bytesWithoutToken).map(({ id, range, text: shown }) => ({
    id,
    text: shown,
    origin: range ? 'source' : 'special',
    start: range?.start ?? null,
    end: range?.end ?? null,
    segment: range ? 0 : null,
  }));
}

function joinContents(messages: readonly JoinedMessage[]): RenderedChat {
  const stretches: Stretch[] = [];
  let start = 0;
  for (const [segment, { content }] of messages.entries()) {
    const end = start + content.length;
    if (end > start) stretches.push({ kind: 'content', start, end, segment, contentStart: 0 });
    start = end;
  }
  return { text: messages.map(({ content }) => content).join(''), stretches };
}

function toToken(
  { id, range, text }: LocatedToken,
  rendered: RenderedChat,
  toRendered: SealedText['toRendered'],
  segments: readonly Segment[],
): Token {
  const nowhere = { id, start: null, end: null, segment: null };
  if (range === null) return { ...nowhere, text, origin: 'special' };
  const place = toRendered(range);
  const stretches = overlapping(rendered.stretches, place);
  const shown = place.sealed ? rendered.text.slice(place.start, place.end) : text;
  for (const stretch of stretches) {
    if (stretch.kind !== 'content') continue;
    const source = sourceOf(place, stretch, segments);
    const { segment } = stretch;
    if (source) return { id, text: shown, origin: 'source', ...source, segment };
    // A task that was given beside the source stands nowhere in it, and is said by its segment all the same.
    if (segments[segment]!.runs.length === 0) return { ...nowhere, text: shown, origin: 'template', segment };
  }
  const isUnmapped = stretches.some(({ kind }) => kind === 'unmapped');
  return { ...nowhere, text: shown, origin: isUnmapped ? 'unmapped' : 'template' };
}

/** The source of the part of a rendered range that lies in a content. */
function sourceOf(
  place: SourceRange,
  stretch: Extract<Stretch, { kind: 'content' }>,
  segments: readonly Segment[],
): SourceRange | null {
  const shift = stretch.contentStart - stretch.start;
  return contentToSource(segments[stretch.segment]!, {
    start: Math.max(place.start, stretch.start) + shift,
    end: Math.min(place.end, stretch.end) + shift,
  });
}

/** The stretches, in order, that share a character with a range. */
function overlapping(stretches: readonly Stretch[], { start, end }: SourceRange): Stretch[] {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]!.end > start) high = middle;
    else low = middle + 1;
  }
  let last = low;
  while (last < stretches.length && stretches[last]!.start < end) last++;
  return stretches.slice(low, last);
}
