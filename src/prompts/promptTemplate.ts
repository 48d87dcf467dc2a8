import { AttnscopeError } from '../protocol/errors';
import type { Prompt, ReadAs, Segment, SourceRange } from '../protocol/prompt';
import { readPrompt, type PromptSource } from './readPrompt';

/** A place that an input is put into, as Jinja, Handlebars and Prompty write it. */
const PLACE = /\{\{\s*([\w.-]+)\s*\}\}/g;

/** A prompt with places for inputs. */
export interface PromptTemplate {
  prompt: Prompt;
  /** Names of its places, each once, in order. */
  places: readonly string[];
}

/** A template with an input in each of its places. */
export interface FilledTemplate {
  prompt: Prompt;
  /** What segments stand in: their contents, a line each. */
  text: string;
  /** Where the inputs stand in it. */
  data: SourceRange[];
}

/**
 * Reads a template: a prompt as `readPrompt` reads it, whose messages hold places such as `{{document}}`.
 *
 * @throws AttnscopeError `bad-input` where it has no place
 */
export function readTemplate(text: string, source: PromptSource = {}, as: ReadAs = 'user'): PromptTemplate {
  // White space at the end of a plain text is not fed.
  const prompt = readPrompt(text.trimEnd(), source, as);
  const names = prompt.segments.flatMap(({ content }) =>
    [...content.matchAll(PLACE)].map(([, name]) => name!),
  );
  if (names.length === 0)
    throw new AttnscopeError(
      'bad-input',
      'The template has no place for an input. Write one as {{document}}, with a name of your own.',
    );
  return { prompt, places: [...new Set(names)] };
}

/**
 * Puts inputs into the messages themselves, after these were read: whatever an input looks like, it opens no message.
 *
 * @throws AttnscopeError `bad-input` where a place has no value
 */
export function fillTemplate(
  { prompt, places }: PromptTemplate,
  values: Readonly<Record<string, string>>,
): FilledTemplate {
  const missing = places.find((name) => !Object.hasOwn(values, name));
  if (missing !== undefined)
    throw new AttnscopeError('bad-input', `There is no value for the place {{${missing}}} of the template.`);
  const data: SourceRange[] = [];
  let text = '';
  const segments = prompt.segments.map((segment): Segment => {
    const start = text.length;
    let from = 0;
    for (const { 0: place, 1: name, index } of segment.content.matchAll(PLACE)) {
      text += segment.content.slice(from, index);
      data.push({ start: text.length, end: text.length + values[name!]!.length });
      text += values[name!]!;
      from = index + place.length;
    }
    text += segment.content.slice(from);
    const content = text.slice(start);
    const run = { contentStart: 0, contentEnd: content.length, sourceStart: start, sourceEnd: text.length };
    const filled = { ...segment, start, end: text.length, content, runs: content === '' ? [] : [run] };
    text += '\n';
    return filled;
  });
  return { prompt: { ...prompt, segments }, text, data };
}
