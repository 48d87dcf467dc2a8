import { Template } from '@huggingface/jinja';
import type { Role, Segment } from '../../protocol/prompt';
import type { ChatTemplate } from '../files/chatTemplate';
import { cannotRead } from './templateErrors';

/** A message as templates are given it, except for the names of roles. */
export type Message = Pick<Segment, 'role' | 'content'>;

/** How a template may want a content: as a text, or (models that see pictures) as a list of parts. */
export type ContentShape = (text: string) => unknown;
export const contentShapes: readonly ContentShape[] = [(text) => text, (text) => [{ type: 'text', text }]];

/** Renders messages with the generation prompt. Throws `TemplateRefusal`, or what the engine throws. */
export type RunTemplate = (messages: readonly Message[], shape: ContentShape) => string;

/** A template's own objection to messages, raised with `raise_exception`. */
export class TemplateRefusal extends Error {}

/** Roles as chat templates name them. */
const templateRoles: Readonly<Record<Role, string>> = {
  prompt: 'user',
  system: 'system',
  user: 'user',
  assistant: 'assistant',
  tool: 'tool',
  data: 'user',
  input: 'user',
};

/** Makes a template ready to run. Throws `bad-model` where it is not one. */
export function openTemplate({ template: source, bosToken, eosToken }: ChatTemplate): RunTemplate {
  const template = parse(source);
  return (messages, shape) =>
    template.render({
      messages: messages.map(({ role, content }) => ({ role: templateRoles[role], content: shape(content) })),
      add_generation_prompt: true,
      bos_token: bosToken,
      eos_token: eosToken,
      tools: null,
      documents: null,
      [REFUSE]: (reason: unknown) => {
        throw new TemplateRefusal(String(reason));
      },
    });
}

/** Stands for `raise_exception`, whose errors the engine does not distinguish from its own. */
const REFUSE = 'raise_refusal';

function parse(source: string): Template {
  try {
    return new Template(source.replace(/\braise_exception(?=\s*\()/g, REFUSE));
  } catch (cause) {
    throw cannotRead(cause);
  }
}
