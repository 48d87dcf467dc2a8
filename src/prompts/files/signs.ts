import { hasFields } from '../fieldNames';
import type { Sign } from './promptFiles';

/** How much of a file is looked at for each sign; UTF-16 code units. */
const LOOKED_AT: Readonly<Record<Sign, number>> = {
  'agent front matter': 8192,
  'front matter of a subagent or command': 8192,
  'a column of prompts': 8192,
  'fields of a prompt': 1_000_000,
};

/** How much of a file tells whether it has a sign; UTF-16 code units. */
export const lookedAtFor = (sign: Sign): number => LOOKED_AT[sign];

/** Whether a text, or its beginning, has a sign. */
export function hasSign(text: string, sign: Sign): boolean {
  const start = text.slice(0, LOOKED_AT[sign]);
  if (sign === 'a column of prompts') return COLUMN.test(/^[^\r\n]*/.exec(start)![0]);
  if (sign === 'fields of a prompt') return hasFields.test(start);
  return hasFrontMatter(start, sign);
}

/** A column whose cells are prompts, in the first row of a table. */
const COLUMN =
  /(?:^\ufeff?|[,;\t])[ "]*(?:(?:system|user)[ _-]?)?prompts?(?:[ _-]?(?:text|template))?[ "]*(?:[,;\t]|$)/i;

const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n([^]*?)\r?\n---[ \t]*(?:\r?\n|$)/;
const FIELD = /^([\w-]+)[ \t]*:[ \t]*(.*?)[ \t]*$/gm;
/** Fields that only agents have. */
const OF_AGENTS = ['tools', 'disallowedTools', 'model', 'permissionMode', 'mode', 'color'];

/** A name as agents and commands have it: `code-reviewer`. */
const NAME = /^["']?[a-z\d]+(?:-[a-z\d]+)+["']?$/;

/**
 * Whether a text begins with front matter of a kind. An agent says when to call it and has a name as agents have it,
 * or a field that only agents have: a page about a person has a name and a description too. Outside their folders, where
 * files of all kinds are, a subagent has a name and tools, and a command tells what it may use or takes.
 */
function hasFrontMatter(start: string, kind: Sign): boolean {
  const fields = frontMatterOf(start);
  if (!fields?.has('description')) return false;
  const isNamed = NAME.test(fields.get('name') ?? '');
  if (kind === 'agent front matter') return isNamed || OF_AGENTS.some((name) => fields.has(name));
  return (
    (isNamed && (fields.has('tools') || fields.has('disallowedTools') || fields.has('permissionMode'))) ||
    fields.has('allowed-tools') ||
    fields.has('argument-hint')
  );
}

function frontMatterOf(start: string): ReadonlyMap<string, string> | undefined {
  if (!/^\ufeff?---/.test(start)) return undefined;
  const [, front] = FRONT_MATTER.exec(start) ?? [];
  return front === undefined
    ? undefined
    : new Map([...front.matchAll(FIELD)].map(([, name, value]) => [name!, value!]));
}
