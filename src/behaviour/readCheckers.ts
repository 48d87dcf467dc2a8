import { parse } from 'yaml';
import { CheckerFile, type Checker } from '../protocol/behaviour';
import { AttnscopeError } from '../protocol/errors';
import { quoted } from '../protocol/plainText';

/**
 * The checkers of a file, in YAML or JSON. `file` names it in errors.
 *
 * @throws AttnscopeError `bad-input` where it is neither, or a field is missing or wrong.
 */
export function readCheckers(text: string, file: string): Checker[] {
  let document: unknown;
  try {
    document = parse(text);
  } catch {
    throw new AttnscopeError('bad-input', `${quoted(file)} is neither YAML nor JSON. ${FORM}`);
  }
  const read = CheckerFile.safeParse(document);
  if (read.success) return read.data.checkers;
  const where = read.error.issues[0]?.path.join('.') || 'the top';
  throw new AttnscopeError(
    'bad-input',
    `${quoted(file)} holds no checkers as they are written: a field is missing or wrong at ${quoted(where)}. ${FORM}`,
  );
}

const FORM =
  'Write checkers: a list of {name, kind: contains, matches or json, means, …}; see docs/behaviour.md.';
