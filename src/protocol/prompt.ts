import { z } from './schema';

/**
 * Who a segment of a prompt speaks as. `prompt`: a plain file or selection; `data`: text that its author marks as such;
 * `input`: the slot of a template, which an input is put into.
 */
export const Role = z.enum(['prompt', 'system', 'user', 'assistant', 'tool', 'data', 'input']);
export type Role = z.infer<typeof Role>;

/** How far the text of a segment is to be believed when it gives instructions. */
export const Trust = z.enum(['author', 'user', 'untrusted']);
export type Trust = z.infer<typeof Trust>;

/** A half-open range `[start, end)` in UTF-16 code units. */
export const SourceRange = z.object({
  start: z.int().check(z.nonnegative()),
  end: z.int().check(z.nonnegative()),
});
export type SourceRange = z.infer<typeof SourceRange>;

/** A sentence of a prompt: where it stands in the source, and the segment that it is said in. */
export const PromptSentence = z.extend(SourceRange, { segment: z.int().check(z.nonnegative()) });
export type PromptSentence = z.infer<typeof PromptSentence>;

/**
 * One stretch of a segment's content and the source text it was written as, both in UTF-16 code
 * units. A verbatim run has equal lengths and maps unit by unit; any other run (a JSON escape, a
 * folded YAML line) maps as a whole: each part of its content stands for all of its source.
 */
export const Run = z.object({
  contentStart: z.int().check(z.nonnegative()),
  contentEnd: z.int().check(z.nonnegative()),
  sourceStart: z.int().check(z.nonnegative()),
  sourceEnd: z.int().check(z.nonnegative()),
});
export type Run = z.infer<typeof Run>;

/**
 * What a stretch of a text is in the document that it is part of: something that readers do not see, a field, or what a
 * test puts into a prompt.
 */
export const PlaceKind = z.enum([
  'comment',
  'alt-text',
  'hidden-element',
  'reference',
  'front-matter',
  'name',
  'description',
  'parameter',
  'sample',
]);
export type PlaceKind = z.infer<typeof PlaceKind>;

/** A stretch of a segment's content that stands in such a place; UTF-16 code units of the content. */
export const Place = z.extend(SourceRange, { kind: PlaceKind });
export type Place = z.infer<typeof Place>;

/** One speaker's part of a prompt: what is said (`content`) and where it stands in the source. */
export const Segment = z.object({
  role: Role,
  trust: Trust,
  /** Source range of the content, markup of the format left out. */
  start: z.int().check(z.nonnegative()),
  end: z.int().check(z.nonnegative()),
  content: z.string(),
  /** In order, gapless over `content`; one run where the content stands verbatim in the source. */
  runs: z.array(Run),
  /** It belongs to the message of the segment before it. */
  continues: z.optional(z.literal(true)),
  /** In order of their starts; they may lie within each other. */
  places: z.optional(z.array(Place)),
});
export type Segment = z.infer<typeof Segment>;

/** How the prompt was written down. */
export const PromptFormat = z.enum([
  'plain',
  'json',
  'yaml',
  'toml',
  'csv',
  'chatml',
  'llama2',
  'llama3',
  'mistral',
  'gemma',
  'human-assistant',
  'messages-json',
  'messages-yaml',
  'code',
  'prompty',
  'dotprompt',
]);
export type PromptFormat = z.infer<typeof PromptFormat>;

/** How a plain text is read: as what a user says, or the system, by the model's chat template; or as it is. */
export const ReadAs = z.enum(['user', 'system', 'raw']);
export type ReadAs = z.infer<typeof ReadAs>;

/** What a model is fed: a plain text as one message or as it is, or the `messages` of a chat. */
export const ModelInput = z.object({
  rendering: z.enum([...ReadAs.options, 'messages']),
  segments: z.array(Segment),
});
export type ModelInput = z.infer<typeof ModelInput>;

/** A text read as segments. */
export const Prompt = z.extend(ModelInput, { format: PromptFormat });
export type Prompt = z.infer<typeof Prompt>;

/** Who speaks where in a prompt, without what is said. */
export const PromptOutline = z.extend(Prompt, {
  segments: z.array(z.omit(Segment, { content: true, runs: true, places: true })),
});
export type PromptOutline = z.infer<typeof PromptOutline>;

export function outlineOf({ format, rendering, segments }: Prompt): PromptOutline {
  return {
    format,
    rendering,
    segments: segments.map(({ role, trust, start, end, continues }) => ({
      role,
      trust,
      start,
      end,
      ...(continues ? { continues } : {}),
    })),
  };
}
