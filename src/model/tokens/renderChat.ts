import { Template } from '@huggingface/jinja';
import { AttnscopeError } from '../../protocol/errors';
import type { Role, Segment } from '../../protocol/prompt';
import { alignRendering, type Stretch } from './alignRendering';

/** A model's chat template (Jinja) with the special tokens that it may name. */
export interface ChatTemplate {
  template: string;
  bosToken: string;
  eosToken: string;
}

/** For a model that has no chat template: roles as plain headings. What it was trained on is not known. */
export const roleHeadings: ChatTemplate = {
  template:
    "{% for message in messages %}{{ message['role'] | capitalize }}:\n{{ message['content'] }}\n\n{% endfor %}" +
    '{% if add_generation_prompt %}Assistant:\n{% endif %}',
  bosToken: '',
  eosToken: '',
};

/** A prompt as the model is to read it, and where each part of it comes from. */
export interface RenderedChat {
  text: string;
  /** In order and gapless over `text`. */
  stretches: Stretch[];
}

/** Roles as chat templates name them. */
const templateRoles: Readonly<Record<Role, string>> = {
  prompt: 'user',
  system: 'system',
  user: 'user',
  assistant: 'assistant',
  tool: 'tool',
  data: 'user',
};

/** White space that templates trim; around a placeholder it tells on which side they do. */
const PROBE = '\u2003';

/**
 * Renders messages by a chat template, with the generation prompt, and finds the template's own text
 * by rendering once more with placeholders.
 *
 * @throws AttnscopeError `bad-model` where the template cannot be run, `bad-input` where it refuses the messages.
 */
export function renderChat(segments: readonly Segment[], chat: ChatTemplate): RenderedChat {
  const template = parse(chat.template);
  const fence = fenceFor(chat.template);
  const render = (texts: readonly string[], toContent: (text: string) => unknown) =>
    template.render({
      messages: texts.map((text, i) => ({
        role: templateRoles[segments[i]!.role],
        content: toContent(text),
      })),
      add_generation_prompt: true,
      bos_token: chat.bosToken,
      eos_token: chat.eosToken,
      tools: null,
      documents: null,
    });

  const placeholders = segments.map((_, i) => `${PROBE}${fence}${i}${fence}${PROBE}`);
  const { frame, toContent } = renderFrame((toContent) => render(placeholders, toContent));
  const contents = segments.map(({ content }) => content);
  let text: string;
  try {
    text = render(contents, toContent);
  } catch (cause) {
    throw refusal('', cause);
  }
  if (!frame.includes(fence)) throw refusal(' It leaves all of them out.');
  const placeholder = new RegExp(`(${PROBE}?)${fence}(\\d+)${fence}(${PROBE}?)`, 'g');
  return { text, stretches: alignRendering(text, frame, placeholder, contents) };
}

/** How a template may want a content: as a text, or (models that see pictures) as a list of parts. */
const contentShapes: readonly ((text: string) => unknown)[] = [
  (text) => text,
  (text) => [{ type: 'text', text }],
];

/** Renders the placeholders with contents in the first shape that the template takes. */
function renderFrame(render: (toContent: (text: string) => unknown) => string) {
  const reasons: unknown[] = [];
  for (const toContent of contentShapes) {
    try {
      return { frame: render(toContent), toContent };
    } catch (cause) {
      reasons.push(cause);
    }
  }
  // No content took part in this rendering, so that the template's reason can be repeated.
  throw refusal(` Its reason: ${oneLine(reasons[0])}`, reasons[0]);
}

function parse(template: string): Template {
  try {
    return new Template(template);
  } catch (cause) {
    throw new AttnscopeError(
      'bad-model',
      "The model's chat template cannot be read, so it is not known how the model expects messages. " +
        'Analyze the text as a plain file, or correct the template (chat_template.jinja or tokenizer_config.json).',
      { cause },
    );
  }
}

function refusal(reason: string, cause?: unknown): AttnscopeError {
  return new AttnscopeError(
    'bad-input',
    "The model's chat template does not accept these messages: some templates know no system or tool role, " +
      `or want user and assistant to take turns.${reason} Change the messages, or choose another model.`,
    { cause },
  );
}

function oneLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `${message
    .replace(/[^\x20-\x7e]+|[<>]/g, ' ')
    .slice(0, 120)
    .trim()
    .replace(/\.$/, '')}.`;
}

/** A run of a private-use character longer than any that the template writes: contents are not in the frame. */
function fenceFor(template: string): string {
  const runs = template.match(/\ue000+/g) ?? [];
  return '\ue000'.repeat(runs.reduce((longest, run) => Math.max(longest, run.length), 0) + 1);
}
