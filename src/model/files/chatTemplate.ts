import { quoted } from '../../protocol/plainText';
import { fieldsOf } from '../../protocol/text/pythonJson';
import { firstExisting, readSideFile, readText, type SideFile } from './sideFiles';

/** A model's chat template (Jinja) with the special tokens that it may name. */
export interface ChatTemplate {
  template: string;
  bosToken: string;
  eosToken: string;
}

/** Why the chat template of a model is not known though its files have one: a paragraph for the person. */
export interface ChatProblem {
  problem: string;
}

/**
 * Finds the chat template: in `chat_template.jinja`, else in `chat_template.json` (models that read more
 * than text have it there), else in `tokenizer_config.json`. `undefined` where there is none.
 */
export async function findChatTemplate(
  folders: readonly string[],
  tokenizerConfig: SideFile | undefined,
): Promise<ChatTemplate | ChatProblem | undefined> {
  const file = await firstExisting(folders, 'chat_template.jinja');
  const found = file
    ? await readText(file, 'chat_template.jinja')
    : (chosen(await readSideFile(folders, 'chat_template.json'), 'chat_template.json') ??
      chosen(tokenizerConfig, 'tokenizer_config.json'));
  if (typeof found !== 'string') return found;
  return {
    template: found,
    bosToken: tokenText(tokenizerConfig?.bos_token),
    eosToken: tokenText(tokenizerConfig?.eos_token),
  };
}

/** The template that a file means: the only one, or the one named default. */
function chosen(file: SideFile | undefined, name: string): string | ChatProblem | undefined {
  const said = file?.chat_template;
  if (typeof said === 'string') return said || undefined;
  const named = namedTemplates(said);
  if (named.size <= 1) return [...named.values()][0];
  const listed = [...named.keys()].slice(0, 5).map(quoted).join(', ');
  return (
    named.get('default') ?? {
      problem: `The model has ${named.size} chat templates (${listed}) and none is named "default", so it is not known how messages are to be written. Save the one to use as "chat_template.jinja" in the model's folder (they are in ${quoted(name)}), or analyze the text as a plain file.`,
    }
  );
}

/** Templates by name: a list of `{name, template}`, or an object with one per name. */
function namedTemplates(said: unknown): Map<string, string> {
  const pairs = Array.isArray(said)
    ? said.map((entry) => [fieldsOf(entry)?.name, fieldsOf(entry)?.template])
    : Object.entries(fieldsOf(said) ?? {});
  return new Map(
    pairs.filter((pair): pair is [string, string] => pair.every((part) => typeof part === 'string')),
  );
}

/** A special token is a text, or an object that holds one. */
function tokenText(token: unknown): string {
  const text = typeof token === 'string' ? token : fieldsOf(token)?.content;
  return typeof text === 'string' ? text : '';
}
