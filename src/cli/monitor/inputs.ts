import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { Option, type Command } from 'commander';
import { templatedPrompt, wholePrompt, type MonitoredPrompt } from '../../analysis/monitoredPrompt';
import { readDocument } from '../../analysis/readDocument';
import { readTemplate } from '../../prompts/promptTemplate';
import type { Source } from '../../protocol/document';
import { AttnscopeError } from '../../protocol/errors';
import type { MonitorBaseline } from '../../protocol/measured/monitor';
import { ReadAs } from '../../protocol/prompt';
import { z } from '../../protocol/schema';
import { inputForm, inputLines, inputLinesOption, readLines, type ReadLine } from '../jsonLines';
import { listFiles } from '../../files/listFiles';
import { addModelOptions, type ModelOptions } from '../modelOptions';
import { readSource } from '../../files/readInput';
import { basename } from 'node:path';

/** Where inputs come from: files and folders, lines, or lines for the places of a template. */
export interface InputOptions extends ModelOptions {
  inputJsonl?: string;
  template?: string;
  inputs?: string;
  as: ReadAs;
}

/** An input, as a prompt once it is its turn. */
export interface MonitorInput {
  id: string | number;
  /** Where it stands, as alerts name it: a file, and the line of a file of lines. */
  place: { uri?: string; line?: number };
  /** An answer whose probability is asked. */
  wanted?: string;
  /** `text`: what was written there; of a template the values of its places, as JSON. */
  read(): ReadInput | Promise<ReadInput>;
}

interface ReadInput {
  prompt: MonitoredPrompt;
  text: string;
}

/** Inputs in order, and the template that they are put into. */
export interface MonitorInputs {
  template: MonitorBaseline['template'];
  lines: AsyncIterable<ReadLine<MonitorInput>>;
}

/** What a line may say beside its text: an answer whose probability is asked. */
const Wanted = { wanted: z.optional(z.string().check(z.minLength(1))) };
const WantedLine = {
  schema: z.extend(inputForm.schema, Wanted),
  how: `${inputForm.how} Values for the places of a template take --template and --inputs.`,
};

/** One line of `--inputs`. */
const PlacesLine = z.looseObject({
  id: z.union([z.string(), z.number()]),
  values: z.optional(z.record(z.string(), z.string())),
  ...Wanted,
});

export function addInputOptions(command: Command): Command {
  return addModelOptions(command)
    .argument('[paths...]', 'prompt files or folders')
    .addOption(inputLinesOption())
    .option('--template <file>', 'a prompt with places such as {{document}}; what is put there is untrusted')
    .option('--inputs <file>', 'for the template: one {"id", "document": …} a line, - for standard input')
    .addOption(
      new Option('--as <role>', 'how a text that is no chat is read').choices(ReadAs.options).default('user'),
    );
}

/** @throws AttnscopeError `bad-input` where none or several ways are named, or the template cannot be used. */
export async function openInputs(paths: readonly string[], options: InputOptions): Promise<MonitorInputs> {
  const { inputJsonl, template, inputs, as } = options;
  const ways = [paths.length > 0, inputJsonl !== undefined, template !== undefined || inputs !== undefined];
  if (ways.filter(Boolean).length !== 1 || (template === undefined) !== (inputs === undefined))
    throw new AttnscopeError(
      'bad-input',
      'Name the inputs in one way: files or folders, --input-jsonl FILE, or --template FILE with --inputs FILE.',
    );
  if (template !== undefined) return ofTemplate(template, inputs!, as);
  return { template: null, lines: inputJsonl === undefined ? ofFiles(paths, as) : ofLines(inputJsonl, as) };
}

async function* ofFiles(paths: readonly string[], as: ReadAs): AsyncGenerator<ReadLine<MonitorInput>> {
  const { files, errors } = await listFiles(paths);
  let line = 0;
  for (const { path, error } of errors) yield { line: ++line, id: path, error };
  for (const id of files)
    yield {
      line: ++line,
      input: { id, place: placeOf(id), read: async () => readWhole({ ...(await readSource(id)), as }) },
    };
}

async function* ofLines(file: string, as: ReadAs): AsyncGenerator<ReadLine<MonitorInput>> {
  for await (const read of inputLines(file, WantedLine)) {
    if ('error' in read) yield read;
    else {
      const { line, input } = read;
      const place = { ...placeOf(file), line };
      yield { line, input: { ...input, place, read: () => readWhole({ ...input, as }) } };
    }
  }
}

async function ofTemplate(path: string, inputs: string, as: ReadAs): Promise<MonitorInputs> {
  const source = await readSource(path);
  const template = readTemplate(source.text, source, as);
  const { places } = template;
  const how = `Write one {"id": …, ${places.map((name) => `"${name}": "…"`).join(', ')}} a line${
    places.length === 1 ? '; "text" for the place does, too' : ''
  }.`;
  async function* lines(): AsyncGenerator<ReadLine<MonitorInput>> {
    for await (const read of readLines(inputs, { schema: PlacesLine, how })) {
      if ('error' in read) yield read;
      else {
        const { id, wanted } = read.input;
        const place = { ...placeOf(inputs), line: read.line };
        const readOne = (): ReadInput => {
          const values = valuesOf(read.input, places);
          return { prompt: templatedPrompt(template, values), text: JSON.stringify(values) };
        };
        yield { line: read.line, input: { id, place, wanted, read: readOne } };
      }
    }
  }
  const sha256 = createHash('sha256').update(source.text, 'utf8').digest('hex');
  return { template: { name: basename(path), sha256 }, lines: lines() };
}

async function readWhole(source: Source): Promise<ReadInput> {
  return { prompt: wholePrompt(await readDocument(source)), text: source.text };
}

/** Nothing of standard input. */
function placeOf(file: string): MonitorInput['place'] {
  return file === '-' ? {} : { uri: pathToFileURL(file).href };
}

/** By `values`, else by fields named after the places; `text` is the only place's. */
function valuesOf(line: z.infer<typeof PlacesLine>, places: readonly string[]): Record<string, string> {
  if (line.values) return line.values;
  const named = places.flatMap((name) => (typeof line[name] === 'string' ? [[name, line[name]]] : []));
  const only = places.length === 1 && named.length === 0 && typeof line.text === 'string';
  return Object.fromEntries(only ? [[places[0]!, line.text]] : named) as Record<string, string>;
}
