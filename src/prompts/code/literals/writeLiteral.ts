import type { SourceRange } from '../../../protocol/prompt';
import { indentsOf } from './indents';
import type { LiteralForm } from './literalForms';
import type { MessageWriter } from '../messageWriter';

/** A name in braces, as the template classes of libraries have it, and `%(name)s`. */
const NAMED =
  /\{\{[-~#]?\s*[A-Za-z_$][\w.$]*\s*\}\}|\$\{[A-Za-z_][\w.]*\}|\{[A-Za-z_]\w*(?:![rsa])?(?::[^{}\n]{0,20})?\}|%\([A-Za-z_]\w{0,40}\)[a-z]/g;
/** The same, and what stands for a value in a text that is formatted: `%s`, `{}`, `{0}`. */
const FORMATTED = new RegExp(
  `${NAMED.source}|%(?:\\d+\\$)?[-+#]?\\d*(?:\\.\\d+)?[a-zA-Z@]|\\{\\d*(?::[^{}\\n]{0,20})?\\}`,
  'g',
);

/** A place in a literal where other text is put in. */
export interface Slot extends SourceRange {
  /** Writes what is put in, where the program says it. */
  write?: () => void;
}

/** A literal as it is put into a text. */
export interface WrittenLiteral {
  form: LiteralForm;
  /** In order. */
  slots: readonly Slot[];
  /** Whether the text is handed to what fills in values. */
  isFormatted: boolean;
}

/** Writes what a literal says. */
export function writeLiteral(
  message: MessageWriter,
  source: string,
  { form, slots, isFormatted }: WrittenLiteral,
): void {
  const gaps = [
    ...slots.map(({ start, end, write = () => message.slot(start, end) }) => ({ start, end, write })),
    ...indentsOf(source, form, slots).map((range) => ({ ...range, write: () => undefined })),
  ].sort((a, b) => a.start - b.start);
  let at = form.start;
  for (const { start, end, write } of gaps) {
    writeEscaped(message, source, { ...form, start: at, end: start }, isFormatted);
    write();
    at = end;
  }
  writeEscaped(message, source, { ...form, start: at, end: form.end }, isFormatted);
}

function writeEscaped(
  message: MessageWriter,
  source: string,
  { start, end, escapes }: LiteralForm,
  isFormatted: boolean,
): void {
  let at = start;
  for (const { 0: escape, index } of escapes ? source.slice(start, end).matchAll(escapes.pattern) : []) {
    const from = start + index;
    writeNamed(message, source, at, from, isFormatted);
    at = from + escape.length;
    const content = escapes!.decode(escape);
    if (content === escape) message.copy(from, at);
    else message.add(content, from, at);
  }
  writeNamed(message, source, at, end, isFormatted);
}

function writeNamed(
  message: MessageWriter,
  source: string,
  start: number,
  end: number,
  isFormatted: boolean,
): void {
  let at = start;
  for (const { 0: slot, index } of source.slice(start, end).matchAll(isFormatted ? FORMATTED : NAMED)) {
    message.copy(at, start + index);
    at = start + index + slot.length;
    message.slot(start + index, at);
  }
  message.copy(at, end);
}
