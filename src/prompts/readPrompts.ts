import type { Prompt, ReadAs } from '../protocol/prompt';
import { grammarOf } from './code/languages';
import { readCode } from './code/readCode';
import { readNotebook } from './formats/notebook';
import { besideMessages, readFields, type FieldNotation } from './formats/readFields';
import { DOTPROMPT, PROMPTY, readRoleHeadings } from './formats/roleHeadings';
import { readTable } from './formats/readTable';
import { yamlDocuments } from './notations/yamlDocuments';
import { placeSegments } from './placeSegments';
import type { Prompts } from './prompts';
import { notationOf, readPrompt, type PromptSource } from './readPrompt';
import { markData } from './trust/markData';
import { markSlots } from './trust/markSlots';
import { verbatim, type WrittenText } from './writtenText';

/**
 * Reads a document as the prompts that it holds: a program, a notebook and a file of JSON Lines may hold any number,
 * any other text is one.
 */
export async function readPrompts(
  text: string,
  source: PromptSource = {},
  as: ReadAs = 'raw',
): Promise<Prompts> {
  const grammar = source.isData ? undefined : grammarOf(source);
  const inCode = grammar ? await readCode(text, grammar, source, as) : null;
  if (inCode) return inCode;
  const ending = endingOf(source);
  const cells = ending === 'ipynb' ? readNotebook(text) : null;
  if (cells) {
    const about = cells.map(({ languageId, written }) => ({
      written,
      about: { ...source, path: undefined, languageId },
    }));
    return readParts(about, as);
  }
  if (/^(?:jsonl|ndjson|jsonlines)$/.test(ending)) {
    const about = { ...source, path: undefined, languageId: 'json' };
    return readParts(
      linesOf(text).map((written) => ({ written, about })),
      as,
    );
  }
  if (!source.isData) {
    const catalogue = ending === 'csv' || ending === 'tsv' ? readTable(text, ending, source) : null;
    const inParts = catalogue ?? readHeaded(text, ending, source) ?? (await readDocuments(text, source, as));
    if (inParts) return inParts;
  }
  const about = ending === 'ipynb' ? { ...source, languageId: 'json' } : source;
  const prompt = readPrompt(text, about, as);
  if (prompt.format === 'messages-json') return { prompts: [prompt], asides: besideMessages(text, 'json') };
  if (prompt.format === 'messages-yaml') return { prompts: [prompt], asides: besideMessages(text, 'yaml') };
  const notation = source.isData ? null : dataNotation(text, about);
  return (notation && readFields(text, notation, about, as)) ?? { prompts: [prompt], asides: [] };
}

/** The notation of data that a text is in, by its name or how it begins. */
function dataNotation(text: string, source: PromptSource): FieldNotation | null {
  const notation = notationOf(source);
  if (notation === 'yaml' || notation === 'toml') return notation;
  return notation !== 'prose' && /^\s*[[{]/.test(text) ? 'json' : null;
}

const endingOf = ({ path, languageId }: PromptSource): string =>
  /\.(\w+)$/.exec(path ?? '')?.[1]?.toLowerCase() ?? languageId ?? '';

/** Documents in a document, each with what is known of it. */
async function readParts(
  parts: readonly { written: WrittenText; about: PromptSource }[],
  as: ReadAs,
): Promise<Prompts> {
  const all: Prompts = { prompts: [], asides: [] };
  for (const { written, about } of parts) {
    const { prompts, asides } = await readPart(written, about, as);
    all.prompts.push(...prompts);
    all.asides.push(...asides);
  }
  return all;
}

async function readPart(written: WrittenText, about: PromptSource, as: ReadAs): Promise<Prompts> {
  const { prompts, asides } = await readPrompts(written.content, about, as);
  return {
    prompts: prompts.map((prompt) => ({ ...prompt, segments: placeSegments(prompt.segments, written) })),
    asides: placeSegments(asides, written),
  };
}

/** Several documents in one YAML file, if any of them is more than a text of its author. */
async function readDocuments(text: string, source: PromptSource, as: ReadAs): Promise<Prompts | null> {
  const documents = notationOf(source) === 'yaml' ? yamlDocuments(text) : [];
  if (documents.length < 2) return null;
  const all: Prompts = { prompts: [], asides: [] };
  for (const written of documents) {
    const { prompts, asides } = await readPart(written, source, as);
    if (asides.length === 0 && prompts.every(isAuthors))
      all.asides.push(...prompts.flatMap(({ segments }) => segments));
    else {
      all.prompts.push(...prompts);
      all.asides.push(...asides);
    }
  }
  return all.prompts.length > 0 ? all : null;
}

/** Whether a prompt is one text of its author, who names no speaker. */
const isAuthors = ({ segments }: Prompt): boolean => segments.every(({ role }) => role === 'prompt');

/** Lines that say something. */
function linesOf(text: string): WrittenText[] {
  return Array.from(text.matchAll(/[^\r\n]*\S[^\r\n]*/g), ({ 0: line, index }) =>
    verbatim(text, index, index + line.length),
  );
}

/** Prompty and Dotprompt, by the name of the file. */
function readHeaded(text: string, ending: string, { dataTags }: PromptSource): Prompts | null {
  const format = ending === 'prompty' ? 'prompty' : ending === 'prompt' ? 'dotprompt' : null;
  if (!format) return null;
  const [heading, first] =
    format === 'prompty' ? ([PROMPTY, 'system'] as const) : ([DOTPROMPT, 'user'] as const);
  const read = readRoleHeadings(text, heading, first);
  if (!read || read.turns.length === 0) return null;
  const segments = markSlots(markData(read.turns, dataTags));
  return { prompts: [{ format, rendering: 'messages', segments }], asides: read.front ? [read.front] : [] };
}
