import { AttnscopeError } from '../../protocol/errors';
import { sentence, type Sentence } from '../../protocol/sentence';

/** What helps whatever is wrong with a template. */
const otherwise = sentence(
  'Have a plain text read raw ("--as raw" in the terminal, the setting attnscope.analysis.readAs in the editor), or save a template that works as "chat_template.jinja" in the model\'s folder: it goes before all others.',
);

/** The template is not Jinja, or cannot be read. */
export function cannotRead(cause: unknown): AttnscopeError {
  return unusable(
    sentence(
      'The chat template of the model cannot be read, so it is not known how the model expects messages.',
    ),
    cause,
  );
}

/** The template asks for something that the engine does not have, whatever the messages. */
export function cannotRun(cause: unknown): AttnscopeError {
  return unusable(
    sentence(
      'The chat template of the model cannot be run here, whatever the messages: it asks for something that the template engine of this program does not have.',
    ),
    cause,
  );
}

/** The template takes no messages at all: it is for translation, embeddings, ranking. */
export function notForChat(cause?: unknown): AttnscopeError {
  return unusable(
    cause === undefined
      ? sentence('The template of the model is not for chat: it writes no message at all.')
      : sentence('The template of the model is not for chat: it refuses even one plain message of a user.'),
    cause,
  );
}

function unusable(problem: Sentence, cause: unknown): AttnscopeError {
  return new AttnscopeError('bad-model', [problem, ...because(cause), otherwise], { cause });
}

/** The template takes messages, but not these. `reason`: a sentence, or what it threw where no content took part. */
export function refusesMessages(reason: unknown, cause: unknown = reason): AttnscopeError {
  const why = typeof reason === 'string' ? said(reason) : because(reason);
  return new AttnscopeError(
    'bad-input',
    [
      sentence(
        'The chat template of the model does not accept these messages: some templates know no system or tool role, or want user and assistant to take turns.',
      ),
      ...why,
      sentence('Change the messages, or choose another model.'),
    ],
    { cause },
  );
}

/** A sentence that stands as it is in every language. */
const said = (text: string): Sentence[] => (text === '' ? [] : [{ text: '{text}', values: { text } }]);

function because(cause: unknown): Sentence[] {
  if (cause === undefined) return [];
  const message = cause instanceof Error ? cause.message : String(cause);
  const plain = message
    .replace(/[^\x20-\x7e]+|[<>]/g, ' ')
    .slice(0, 120)
    .trim();
  return [sentence('Its reason: {reason}', { reason: `${plain}${/[.!?]$/.test(plain) ? '' : '.'}` })];
}
