import type { Document, Source } from '../../protocol/document';
import { unpack } from '../../protocol/borders/packed';
import { ModelInput } from '../../protocol/prompt';
import { messageTexts } from '../../protocol/text/messages';
import { AttnscopeError } from '../../protocol/errors';
import { quoted } from '../../protocol/plainText';
import { sentence } from '../../protocol/sentence';
import { fillTemplate, refuseUnused, variablesIn, type Piece } from '../../promptTests/prompt/fillTemplate';
import { writeMessages, writeText, type FilledPrompt } from '../../promptTests/prompt/writePrompt';
import type { PromptSource, PromptTest } from '../../promptTests/promptTest';

/** Reads a text file that a test file names, by its path from there, as the editor would hold it. */
export type ReadFile = (path: string) => Promise<string>;

/** Reads a text as `readDocument` does; in a thread of its own where the caller has other things to do. */
export type ReadSource = (source: Source) => Promise<Document>;

/** A prompt whose files are read, its variables not yet filled in. */
export type Template =
  | { kind: 'text'; text: string; path?: string }
  | { kind: 'messages'; messages: { role: string; content: string }[] };

/** Files whose statements make more of them than variables do. */
const TEMPLATE_FILE = /\.(?:jinja2?|j2|prompty)$/i;

/**
 * Reads the files of a prompt, and looks whether the variables that a test gives are its own.
 *
 * @throws AttnscopeError `bad-input` where a file cannot be read, or a variable is given that the prompt does not have.
 */
export async function loadTemplate(
  test: PromptTest,
  readFile: ReadFile,
  readSource: ReadSource,
): Promise<Template> {
  const template = await templateOf(test.source, readFile, readSource);
  const texts = template.kind === 'text' ? [template.text] : template.messages.map(({ content }) => content);
  refuseUnused([...Object.keys(test.variables), ...Object.keys(test.grow)], variablesIn(texts));
  return template;
}

/** The prompt with its variables filled in: of a chat with variables, its messages as JSON; else the text as it is. */
export function fillPrompt(template: Template, values: ReadonlyMap<string, string>): FilledPrompt {
  const fill = (text: string): Piece[] => fillTemplate(text, values);
  return template.kind === 'text'
    ? writeText(fill(template.text), template.path)
    : writeMessages(template.messages.map(({ role, content }) => ({ role, pieces: fill(content) })));
}

async function templateOf(
  source: PromptSource,
  readFile: ReadFile,
  readSource: ReadSource,
): Promise<Template> {
  switch (source.kind) {
    case 'text':
      return ofText(readSource, source.text);
    case 'file':
      return ofText(readSource, await readFile(source.file), source.file);
    case 'messages':
      return {
        kind: 'messages',
        messages: await Promise.all(
          source.messages.map(async ({ role, content, file }) => ({
            role,
            content: content ?? (await readFile(file!)),
          })),
        ),
      };
  }
}

async function ofText(readSource: ReadSource, text: string, path?: string): Promise<Template> {
  const plain: Template = { kind: 'text', text, ...(path === undefined ? {} : { path }) };
  if (path !== undefined && TEMPLATE_FILE.test(path) && /\{%.*?%\}/s.test(text)) {
    throw new AttnscopeError('bad-input', [
      sentence(
        'Only variables are filled in, and {file} has statements of a template ({% … %}) too. Test the text that they make.',
        { file: quoted(path) },
      ),
    ]);
  }
  if (variablesIn([text]).size === 0) return plain;
  // A value could break the notation that a chat is written in: it is filled into what is said.
  const { prompts } = await readSource({ text, ...(path === undefined ? {} : { path }) });
  const [prompt, ...others] = prompts;
  if (!prompt || others.length > 0 || prompt.outline.format === 'code') return plain;
  const { rendering, segments } = unpack(prompt.input, ModelInput);
  return rendering === 'messages' ? { kind: 'messages', messages: messageTexts(segments) } : plain;
}
