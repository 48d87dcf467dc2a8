import { AttnscopeError } from '../../protocol/errors';

/** What helps whatever is wrong with a template. */
const OTHERWISE =
  'Have a plain text read raw ("--as raw" in the terminal, the setting attnscope.analysis.readAs in the editor), or save a template that works as "chat_template.jinja" in the model\'s folder: it goes before all others.';

/** The template is not Jinja, or cannot be read. */
export function cannotRead(cause: unknown): AttnscopeError {
  return new AttnscopeError(
    'bad-model',
    `The model's chat template cannot be read, so it is not known how the model expects messages.${because(cause)} ${OTHERWISE}`,
    { cause },
  );
}

/** The template asks for something that the engine does not have, whatever the messages. */
export function cannotRun(cause: unknown): AttnscopeError {
  return new AttnscopeError(
    'bad-model',
    `The model's chat template cannot be run here, whatever the messages: it asks for something that the template engine of this program does not have.${because(cause)} ${OTHERWISE}`,
    { cause },
  );
}

/** The template takes no messages at all: it is for translation, embeddings, ranking. */
export function notForChat(cause?: unknown): AttnscopeError {
  const how =
    cause === undefined ? 'it writes no message at all' : 'it refuses even one plain message of a user';
  return new AttnscopeError(
    'bad-model',
    `The model's template is not for chat: ${how}.${because(cause)} ${OTHERWISE}`,
    { cause },
  );
}

/** The template takes messages, but not these. `reason`: a sentence, or what it threw where no content took part. */
export function refusesMessages(reason: unknown, cause: unknown = reason): AttnscopeError {
  const why = typeof reason === 'string' ? reason && ` ${reason}` : because(reason);
  return new AttnscopeError(
    'bad-input',
    "The model's chat template does not accept these messages: some templates know no system or tool role, " +
      `or want user and assistant to take turns.${why} Change the messages, or choose another model.`,
    { cause },
  );
}

function because(cause: unknown): string {
  if (cause === undefined) return '';
  const message = cause instanceof Error ? cause.message : String(cause);
  const plain = message
    .replace(/[^\x20-\x7e]+|[<>]/g, ' ')
    .slice(0, 120)
    .trim();
  return ` Its reason: ${plain}${/[.!?]$/.test(plain) ? '' : '.'}`;
}
