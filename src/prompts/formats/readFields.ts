import type { Prompt, ReadAs, Segment } from '../../protocol/prompt';
import { mayHaveFields } from '../fieldNames';
import { readJsonValues } from '../notations/jsonValues';
import type { DataNode } from '../notations/dataNode';
import { parseJson } from '../notations/parseJson';
import { parseToml } from '../notations/toml/parseToml';
import { parseYaml, type YamlDocument } from '../notations/parseYaml';
import { readTomlValues } from '../notations/toml/tomlValues';
import { readYamlValues } from '../notations/yamlValues';
import { placeSegments } from '../placeSegments';
import type { Prompts } from '../prompts';
import { readPrompt, type PromptSource } from '../readPrompt';
import { spoken } from '../speakers';
import { markData } from '../trust/markData';
import { markSlots } from '../trust/markSlots';
import { TextWriter, type WrittenText } from '../writtenText';
import { type PromptField, promptFields } from './promptFields';

/** Longest JSON read so, in UTF-16 code units: each of its values is kept. */
const LONGEST_JSON = 1_000_000;

/** Notations of data whose fields have names. */
export type FieldNotation = 'json' | 'yaml' | 'toml';

/** Fields at the top of a document that its messages are read from. */
const MESSAGES = [
  'messages',
  'contents',
  'system',
  'instructions',
  'systemInstruction',
  'system_instruction',
];

/**
 * Reads a document of JSON, YAML or TOML by its fields: those that are said to a model as prompts, each by whom its name says
 * and those of one map together; what its tests put into them, as samples; and the rest beside them.
 *
 * @returns `null` where it has no field of that kind
 */
export function readFields(
  text: string,
  notation: FieldNotation,
  source: PromptSource,
  as: ReadAs,
): Prompts | null {
  if (!mayHaveFields.test(text)) return null;
  const document = parse(text, notation);
  const fields = document ? promptFields(document.root) : [];
  const said = fields.filter(({ use }) => use !== 'sample');
  if (said.length === 0) return null;
  return {
    prompts: [...together(said)].map((group) => promptOf(text, notation, group, source, as)),
    asides: [...samplesOf(text, fields), ...restOf(text, notation, fields, [], document)],
  };
}

/** What a document says beside its messages: its tools, settings and tests. */
export function besideMessages(text: string, notation: 'json' | 'yaml'): Segment[] {
  const document = parse(text, notation);
  if (document?.root.kind !== 'map') return [];
  const fields = promptFields(document.root).filter(
    ({ path, use }) => use === 'sample' && !MESSAGES.includes(String(path[0])),
  );
  return [...samplesOf(text, fields), ...restOf(text, notation, fields, MESSAGES, document)];
}

type Parsed = Pick<YamlDocument, 'root'> & Partial<YamlDocument>;

function parse(text: string, notation: FieldNotation): Parsed | null {
  if (notation === 'yaml') return parseYaml(text);
  if (notation === 'toml') return parseToml(text);
  const root: DataNode | null = text.length > LONGEST_JSON ? null : parseJson(text);
  return root && { root };
}

/** Fields of one map are messages of one prompt, and so are the messages of a list; one in a list is one by itself. */
function together(fields: readonly PromptField[]): Iterable<PromptField[]> {
  const groups = new Map<string, PromptField[]>();
  for (const field of fields) {
    const { path, holder, inList } = field;
    const key = JSON.stringify(inList ? path.slice(0, -2) : holder.kind === 'map' ? path.slice(0, -1) : path);
    const group = groups.get(key) ?? [];
    group.push(field);
    groups.set(key, group);
  }
  return groups.values();
}

function promptOf(
  text: string,
  notation: FieldNotation,
  group: readonly PromptField[],
  { dataTags }: PromptSource,
  as: ReadAs,
): Prompt {
  const [only] = group;
  if (group.length === 1 && (only!.use === 'user' || only!.use === 'prompt') && !only!.inList) {
    const written = writtenIn(text, only!);
    // A chat may be written in it.
    const { format, rendering, segments } = readPrompt(written.content, { languageId: 'json', dataTags }, as);
    const placed = markSlots(placeSegments(segments, written));
    return { format: format === 'plain' ? notation : format, rendering, segments: placed };
  }
  const segments = group.flatMap((field) =>
    markSlots(
      markData([spoken(field.use === 'sample' ? 'data' : field.use, writtenIn(text, field))], dataTags),
    ),
  );
  return { format: notation, rendering: 'messages', segments };
}

function writtenIn(text: string, { string: { start, end, write } }: PromptField): WrittenText {
  const writer = new TextWriter(text);
  write(writer);
  return writer.finish(start, end);
}

function samplesOf(text: string, fields: readonly PromptField[]): Segment[] {
  return fields
    .filter(({ use }) => use === 'sample')
    .map((field) => {
      const said = spoken('data', writtenIn(text, field));
      return { ...said, places: [{ kind: 'sample', start: 0, end: said.content.length }] };
    });
}

/** A document without some of its strings and of the fields at its top. */
function restOf(
  text: string,
  notation: FieldNotation,
  fields: readonly PromptField[],
  names: readonly string[],
  document: Parsed | null,
): Segment[] {
  const strings = fields.map(({ string: { start, end } }) => ({ start, end }));
  if (notation === 'yaml') {
    const ranges = names.flatMap((name) => document?.top?.get(name) ?? []);
    const all = [...ranges, ...strings].sort((a, b) => a.start - b.start);
    return readYamlValues(text, all) ?? [];
  }
  if (notation === 'toml') return readTomlValues(text, strings) ?? [];
  const starts = new Set(strings.map(({ start }) => start - 1));
  return readJsonValues(text, (path, offset) => names.includes(String(path[0])) || starts.has(offset)) ?? [];
}
