import type { Prompt, PromptFormat, ReadAs, Segment } from '../protocol/prompt';
import { readChatml } from './formats/chatml';
import { readGemma } from './formats/gemma';
import { readHumanAssistant } from './formats/humanAssistant';
import { readJsonValues } from './notations/jsonValues';
import { readLlama2 } from './formats/llama2';
import { readLlama3 } from './formats/llama3';
import { readMessagesJson } from './notations/messages/messagesJson';
import { readMessagesYaml } from './notations/messages/messagesYaml';
import { readMistral } from './formats/mistral';
import { readTomlValues } from './notations/toml/tomlValues';
import { readYamlValues } from './notations/yamlValues';
import { spoken } from './speakers';
import { markData } from './trust/markData';
import { isTemplateFile, markSlots } from './trust/markSlots';
import { verbatim } from './writtenText';

/** What is known about a text besides its words. */
export interface PromptSource {
  path?: string;
  languageId?: string;
  /** Somebody else wrote it: turns of a chat in it are not turns, but words. */
  isData?: boolean;
  /** Names of tags and fences whose content is data, beside those that are known. */
  dataTags?: readonly string[];
}

/**
 * Reads a text as one format: its segments, or `null` where the text as a whole is not written in it.
 * A text that only mentions the format's markers is not.
 */
export type FormatReader = (text: string) => Segment[] | null;

const markup: readonly [PromptFormat, FormatReader][] = [
  ['chatml', readChatml],
  ['llama3', readLlama3],
  ['gemma', readGemma],
  ['llama2', readLlama2],
  ['mistral', readMistral],
  ['human-assistant', readHumanAssistant],
];

/**
 * Reads a text as a prompt: the messages it is written as, or else one text, of what a JSON or YAML document says or
 * plain, that is read as `as` says. What its author marks as data stands apart in it.
 */
export function readPrompt(text: string, source: PromptSource = {}, as: ReadAs = 'raw'): Prompt {
  const notation = notationOf(source);
  if (source.isData) return isChat(text, notation) ? plainPrompt(text, as) : textOf(text, notation, as);
  const prompt = chatOf(text, notation) ?? textOf(text, notation, as);
  const marked = markData(prompt.segments, source.dataTags);
  return { ...prompt, segments: isTemplateFile(source.path) ? markSlots(marked) : marked };
}

const isChat = (text: string, notation: Notation): boolean => chatOf(text, notation) !== null;

/** The messages that a text as a whole is written as. */
function chatOf(text: string, notation: Notation): Prompt | null {
  const formats = [...markup];
  if (notation === 'json' || notation === 'unknown') formats.push(['messages-json', readMessagesJson]);
  if (notation === 'yaml' || notation === 'unknown') formats.push(['messages-yaml', readMessagesYaml]);
  for (const [format, read] of formats) {
    const segments = read(text);
    if (segments) return { format, rendering: 'messages', segments };
  }
  return null;
}

function textOf(text: string, notation: Notation, as: ReadAs): Prompt {
  const values = notation === 'json' || notation === 'unknown' ? readJsonValues(text) : null;
  if (values) return { format: 'json', rendering: as, segments: values };
  const scalars = notation === 'yaml' ? readYamlValues(text) : null;
  if (scalars) return { format: 'yaml', rendering: as, segments: scalars };
  const strings = notation === 'toml' ? readTomlValues(text) : null;
  if (strings) return { format: 'toml', rendering: as, segments: strings };
  return plainPrompt(text, as);
}

/** A text as it stands, whatever it is written as. */
export function plainPrompt(text: string, as: ReadAs = 'raw'): Prompt {
  return { format: 'plain', rendering: as, segments: [spoken('prompt', verbatim(text, 0, text.length))] };
}

export type Notation = 'json' | 'yaml' | 'toml' | 'prose' | 'unknown';

/** Prose (Markdown and the like) is never read as JSON or YAML, however it begins. */
export function notationOf({ path, languageId }: PromptSource): Notation {
  const extension = path === undefined ? undefined : /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  const name = languageId === undefined || languageId === 'plaintext' ? extension : languageId.toLowerCase();
  if (name === undefined || name === 'txt') return 'unknown';
  if (name === 'json' || name === 'jsonc') return 'json';
  if (name === 'yaml' || name === 'yml' || name === 'roomodes') return 'yaml';
  return name === 'toml' ? 'toml' : 'prose';
}
