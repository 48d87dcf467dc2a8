import { JSONPathEnvironment, type JSONValue } from 'json-p3';
import { RE2JS } from 're2js';
import type { Behaviour, BehaviourMeaning, Checker } from '../protocol/behaviour';
import { AttnscopeError } from '../protocol/errors';
import { quoted } from '../protocol/plainText';
import { folded, jsonOf } from './answerForms';

const paths = new JSONPathEnvironment();
// They run the engine's own regular expressions, whose time is not bounded.
for (const name of ['match', 'search']) paths.functionRegister.delete(name);

/** Whether each checker holds of an answer, by its name. */
export type CheckAnswer = (answer: string) => Behaviour['checks'];

/**
 * Checkers made ready; a check takes time linear in the answer, whatever the pattern.
 *
 * @throws AttnscopeError `bad-input` for a pattern or a path that is not well formed, and for a name that comes twice.
 */
export function compileCheckers(checkers: readonly Checker[]): CheckAnswer {
  const compiled = new Map<string, (answer: string) => boolean>();
  for (const checker of checkers) {
    if (compiled.has(checker.name))
      throw refused(checker, 'has the name of another one. Give each a name of its own');
    compiled.set(checker.name, compile(checker));
  }
  return (answer) => Object.fromEntries([...compiled].map(([name, holds]) => [name, holds(answer)]));
}

/** Whether any of the checkers that mean something holds; `null` where none means it. */
export function showed(
  checks: Behaviour['checks'],
  checkers: readonly Checker[],
  meaning: BehaviourMeaning,
): boolean | null {
  const asked = checkers.filter(({ means }) => means === meaning);
  return asked.length === 0 ? null : asked.some(({ name }) => checks[name]);
}

function compile(checker: Checker): (answer: string) => boolean {
  switch (checker.kind) {
    case 'contains': {
      const texts = [checker.text].flat().map(folded);
      return (answer) => {
        const text = folded(answer);
        return texts.some((one) => text.includes(one));
      };
    }
    case 'matches': {
      const pattern = ready(checker, () => RE2JS.compile(checker.pattern));
      return (answer) => pattern.matcher(answer).find();
    }
    case 'json': {
      const path = ready(checker, () => paths.compile(checker.path));
      const wanted = 'equals' in checker ? canonical(checker.equals) : undefined;
      return (answer) => {
        const value = jsonOf(answer);
        if (value === undefined) return false;
        const found = path.query(value as JSONValue).values();
        return wanted === undefined ? found.length > 0 : found.some((one) => canonical(one) === wanted);
      };
    }
  }
}

/** A JSON value as text, the fields of objects in one order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function ready<T>(checker: Checker, make: () => T): T {
  try {
    return make();
  } catch (error) {
    const what = checker.kind === 'json' ? 'path' : 'pattern';
    throw refused(
      checker,
      `has a ${what} that cannot be read: ${error instanceof Error ? error.message : String(error)}. See docs/behaviour.md`,
    );
  }
}

function refused({ name }: Checker, why: string): AttnscopeError {
  return new AttnscopeError('bad-input', `The checker ${quoted(name)} ${why}.`);
}
