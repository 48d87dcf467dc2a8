import { quoted } from '../protocol/plainText';
import type { z } from '../protocol/schema';
import { sentence, type Sentence } from '../protocol/sentence';
import { knownKeys, nearest } from '../protocol/written/knownKeys';
import type { Path, Problem } from '../protocol/written/problem';
import type { Jsonc } from './jsonc';

/** Most unknown keys of one object that are told. */
const MOST_KEYS = 20;

type Issue = z.ZodError['issues'][number];

/** What the schema of a file finds wrong in it, each at its place. */
export function schemaProblems(schema: z.ZodType, error: z.ZodError, read: Jsonc): Problem[] {
  return error.issues.flatMap((issue) => problemsOf(schema, issue, [], read));
}

function problemsOf(schema: z.ZodType, issue: Issue, above: Path, read: Jsonc): Problem[] {
  const path = [...above, ...(issue.path as Path)];
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path);
    return issue.keys.slice(0, MOST_KEYS).map((key) => ({
      ...read.placeOf(read.keyOf([...path, key])),
      sentences: unknownName(key, known),
    }));
  }
  if (issue.code === 'invalid_union') {
    // An object was meant: what is wrong in it is told, not that it is no word.
    const inner = issue.errors.find((each) => each.length > 0 && each.every((one) => one.path.length > 0));
    if (inner) return inner.flatMap((each) => problemsOf(schema, each as Issue, path, read));
  }
  return [{ ...read.placeOf(read.rangeOf(path)), sentences: [misfit(issue, path)] }];
}

/** What to say of a name that there is not. */
export function unknownName(name: string, known: readonly string[]): Sentence[] {
  const near = nearest(name, known);
  return [
    sentence('{key} is not known here.', { key: quoted(name) }),
    near === undefined
      ? sentence('Known are: {names}.', { names: known.join(', ') })
      : sentence('Did you mean {name}?', { name: quoted(near) }),
  ];
}

function misfit(issue: Issue, path: Path): Sentence {
  const name = path.findLast((step) => typeof step === 'string');
  if (name === undefined) return sentence('The file must be an object.');
  const key = quoted(name);
  switch (issue.code) {
    case 'invalid_type':
      return sentence('{key} is missing or of the wrong kind: it must be {kind}.', {
        key,
        kind: kinds[issue.expected] ?? issue.expected,
      });
    case 'invalid_value':
      return sentence('{key} must be one of: {names}.', { key, names: issue.values.join(', ') });
    case 'invalid_union':
      return sentence('{key} must be one of: {names}.', {
        key,
        names: 'off, error, warning, information, hint',
      });
    case 'too_small':
      return sentence('{key} must not be empty.', { key });
    case 'too_big':
      return sentence('{key} must have at most {limit} characters.', { key, limit: Number(issue.maximum) });
    case 'invalid_format':
      return formOf(name, key);
    default:
      return sentence('{key} has a value that does not fit.', { key });
  }
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

function formOf(name: string, key: string): Sentence {
  if (name === 'until') return sentence('{key} must be a day, as 2027-01-31.', { key });
  if (name === 'reason') return sentence('{key} must say why in words.', { key });
  return sentence('{key} must be the name of a rule: family/slug, in small letters, digits and hyphens.', {
    key,
  });
}
