import type { AttnscopeError } from '../../protocol/errors';
import type { ChatTemplate } from '../files/chatTemplate';
import { alignRendering, type Stretch } from './alignRendering';
import {
  contentShapes,
  openTemplate,
  TemplateRefusal,
  type ContentShape,
  type Message,
  type RunTemplate,
} from './runTemplate';
import { cannotRun, notForChat, refusesMessages } from './templateErrors';

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

/** White space that templates trim; around a placeholder it tells on which side they do. */
const PROBE = '\u2003';

/**
 * Renders messages by a chat template, with the generation prompt, and finds the template's own text
 * by rendering once more with placeholders.
 *
 * @throws AttnscopeError `bad-model` where the template cannot be run or is not for chat, `bad-input`
 * where it refuses these messages.
 */
export function renderChat(messages: readonly Message[], chat: ChatTemplate): RenderedChat {
  const run = openTemplate(chat);
  const fence = fenceFor(chat.template);
  const { frame, shape } = renderFrame(run, messages, fence);
  const contents = messages.map(({ content }) => content);
  let text: string;
  try {
    text = run(messages, shape);
  } catch (cause) {
    // The reason may repeat a content, so it is not told.
    throw refusesMessages('', cause);
  }
  const placeholder = new RegExp(`(${PROBE}?)${fence}(\\d+)${fence}(${PROBE}?)`, 'g');
  return { text, stretches: alignRendering(text, frame, placeholder, contents) };
}

interface Frame {
  /** The rendering with placeholders for contents. */
  frame: string;
  shape: ContentShape;
}

/** Renders placeholders; contents in the first shape that the template writes. Throws where it writes none. */
function renderFrame(run: RunTemplate, segments: readonly Pick<Message, 'role'>[], fence: string): Frame {
  const reasons: unknown[] = [];
  for (const shape of contentShapes) {
    try {
      const frame = run(placeholders(segments, fence), shape);
      if (frame.includes(fence)) return { frame, shape };
      reasons.push(undefined);
    } catch (cause) {
      reasons.push(cause);
    }
  }
  throw problemOf(run, fence, reasons[0]);
}

/** The least that a template for chat takes. */
const plainChats = [[{ role: 'user' }], [{ role: 'system' }, { role: 'user' }]] as const;

/**
 * Why placeholders were not written: the messages are to blame only where the template writes plainer ones.
 * `reason` is what it threw, `undefined` where it left all of them out. No content took part, so that the
 * reason can be repeated.
 */
function problemOf(run: RunTemplate, fence: string, reason: unknown): AttnscopeError {
  const answers = plainChats.flatMap((chat) =>
    contentShapes.map((shape) => {
      try {
        return run(placeholders(chat, fence), shape).includes(fence) ? 'written' : undefined;
      } catch (cause) {
        return cause;
      }
    }),
  );
  const takesPlainChat = answers.includes('written');
  if (reason === undefined)
    return takesPlainChat ? refusesMessages('It leaves all of them out.') : notForChat();
  if (takesPlainChat) return refusesMessages(reason);
  return reason instanceof TemplateRefusal ? notForChat(reason) : cannotRun(reason);
}

function placeholders(segments: readonly Pick<Message, 'role'>[], fence: string): Message[] {
  return segments.map(({ role }, i) => ({ role, content: `${PROBE}${fence}${i}${fence}${PROBE}` }));
}

/** A run of a private-use character longer than any that the template writes: contents are not in the frame. */
function fenceFor(template: string): string {
  const runs = template.match(/\ue000+/g) ?? [];
  return '\ue000'.repeat(runs.reduce((longest, run) => Math.max(longest, run.length), 0) + 1);
}
