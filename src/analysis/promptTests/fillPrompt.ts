import { readPrompt } from '../../prompts/readPrompt';
import { messageTexts } from '../../protocol/text/messages';
import { AttnscopeError } from '../../protocol/errors';
import { quoted } from '../../protocol/plainText';
import { sentence } from '../../protocol/sentence';
import { fillTemplate, refuseUnused, variablesIn, type Piece } from '../../promptTests/prompt/fillTemplate';
import { writeMessages, writeText, type FilledPrompt } from '../../promptTests/prompt/writePrompt';
import type { PromptSource, PromptTest } from '../../promptTests/promptTest';

/** Reads a text file that a test file names, by its path from there, as the editor would hold it. */
export type ReadFile = (path: string) => Promise<string>;

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
export async function loadTemplate(test: PromptTest, readFile: ReadFile): Promise<Template> {
  const template = await templateOf(test.source, readFile);
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

async function templateOf(source: PromptSource, readFile: ReadFile): Promise<Template> {
  switch (source.kind) {
    case 'text':
      return ofText(source.text);
    case 'file':
      return ofText(await readFile(source.file), source.file);
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

function ofText(text: string, path?: string): Template {
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
  const { rendering, segments } = readPrompt(text, path === undefined ? {} : { path });
  if (rendering !== 'messages') return plain;
  return { kind: 'messages', messages: messageTexts(segments) };
}
