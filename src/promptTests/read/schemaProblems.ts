import { quoted } from '../../protocol/plainText';
import { PromptTestFile } from '../../protocol/promptTests/promptTests';
import { sentence, type Sentence } from '../../protocol/sentence';
import type { z } from '../../protocol/schema';
import { knownKeys, nearest } from '../../protocol/written/knownKeys';
import type { Notation } from './notation';
import type { Path, Problem } from '../../protocol/written/problem';

/** Expectations whose bounds are shares. */
const SHARED: ReadonlySet<string> = new Set(['attention', 'probability']);

/** Most unknown keys of one map that are told. */
const MOST_KEYS = 50;

type Issue = z.ZodError['issues'][number];

/** What the schema finds wrong, each at its place. */
export function schemaProblems(error: z.ZodError, notation: Notation): Problem[] {
  return error.issues.flatMap((issue) => problemsOf(issue, [], notation));
}

function problemsOf(issue: Issue, above: Path, notation: Notation): Problem[] {
  const path = [...above, ...(issue.path as Path)];
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(PromptTestFile, path);
    return issue.keys.slice(0, MOST_KEYS).map((key) => ({
      ...notation.placeOfKey([...path, key]),
      sentences: unknownKey(key, known),
    }));
  }
  const value = valueAt(notation.value, path);
  if (issue.code === 'invalid_union' && typeof value === 'object' && value !== null) {
    // A map was meant: what is wrong in it is told, not that it is no word.
    const inner = issue.errors.find((each) => each.every(({ path: [first] }) => first !== undefined));
    if (inner) return inner.flatMap((each) => problemsOf(each as Issue, path, notation));
  }
  return [{ ...notation.placeOf(path), sentences: [misfit(issue, path, value)] }];
}

function unknownKey(key: string, known: readonly string[]): Sentence[] {
  const near = nearest(key, known);
  return [
    sentence('{key} is not known here.', { key: quoted(key) }),
    near === undefined
      ? sentence('Known are: {names}.', { names: known.join(', ') })
      : sentence('Did you mean {name}?', { name: quoted(near) }),
  ];
}

function misfit(issue: Issue, path: Path, value: unknown): Sentence {
  const name = path.findLast((step) => typeof step === 'string');
  const key = name === undefined ? quoted('') : quoted(name);
  if (name === undefined) return sentence('A test file is a map with prompts and tests.');
  if (value === undefined || value === null) {
    return name === 'expect'
      ? sentence('A test without an expectation tests nothing: list under "expect" what has to hold.')
      : sentence('{key} is missing.', { key });
  }
  if (path.at(-2) === 'grow') return sentence('{key} must be a number of tokens, as 2000 tokens.', { key });
  if (SHARED.has(String(path.at(-2))) && (name === 'atLeast' || name === 'atMost'))
    return sentence('{key} must be a share: per cent, as 20 %, or a number from 0 to 1, as 0.2.', { key });
  switch (issue.code) {
    case 'invalid_union':
      return sentence('{key} must be none, or a map with known, baseline or from.', { key });
    case 'invalid_value':
      return sentence('{key} must be one of: {names}.', { key, names: issue.values.join(', ') });
    case 'too_small':
    case 'too_big':
      if (name === 'expect')
        return sentence('A test without an expectation tests nothing: list under "expect" what has to hold.');
      if (issue.origin === 'array' || issue.origin === 'string')
        return sentence('{key} must not be empty.', { key });
      return issue.code === 'too_big'
        ? sentence('{key} must be at most {limit}.', { key, limit: Number(issue.maximum) })
        : sentence('{key} must be at least {limit}.', {
            key,
            limit: Number(issue.minimum) + (issue.inclusive ? 0 : 1),
          });
    case 'invalid_type':
      return mustBe(issue.expected, key);
    default:
      return sentence('{key} has a value that does not fit.', { key });
  }
}

function mustBe(expected: string, key: string): Sentence {
  switch (expected) {
    case 'string':
      return sentence('{key} must be a text: put it in quotes.', { key });
    case 'array':
      return sentence('{key} must be a list: each entry on a line of its own, after a hyphen.', { key });
    case 'object':
    case 'record':
      return sentence('{key} must be a map of names and values.', { key });
    default:
      return sentence('{key} must be a number.', { key });
  }
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    root,
  );
}
