import { ruleIds } from '../detection/rules/everyRule';
import { Config } from '../protocol/config';
import type { Sentence } from '../protocol/sentence';
import type { Path, Problem } from '../protocol/written/problem';
import { isDay, isRuleOf } from '../suppressions/directive';
import { sentence } from '../protocol/sentence';
import { checkUserRules } from './checkUserRules';
import { readJsonc, type Jsonc } from './jsonc';
import { schemaProblems, unknownName } from './schemaProblems';

/** Settings as they were read, or all that is wrong with them, in the order of the lines. */
export type ReadConfig =
  | { config: Config; read: Jsonc; problems: [] }
  | {
      problems: Problem[];
      /** Whether the schema, by which editors check the file, tells of them too. */
      bySchema: boolean;
    };

/** Reads the text of an `.attnscope.json`: JSON, in which comments are allowed. */
export function readConfig(text: string): ReadConfig {
  const read = readJsonc(text);
  if (read.problems.length > 0) return failed(read.problems, true);
  const parsed = Config.safeParse(read.value);
  if (!parsed.success) return failed(schemaProblems(Config, parsed.error, read), true);
  const problems: Problem[] = [];
  const tell =
    (range: (path: Path) => { start: number; end: number }) =>
    (path: Path, ...said: Sentence[]) =>
      problems.push({ ...read.placeOf(range(path)), sentences: said });
  checkNames(parsed.data, tell(read.rangeOf), tell(read.keyOf));
  checkUserRules(parsed.data.userRules ?? [], tell(read.rangeOf));
  return problems.length > 0 ? failed(problems, false) : { config: parsed.data, read, problems: [] };
}

function failed(problems: readonly Problem[], bySchema: boolean): ReadConfig {
  return { problems: [...problems].sort((a, b) => a.line - b.line || a.column - b.column), bySchema };
}

type Tell = (path: Path, ...sentences: Sentence[]) => void;

/** Whether the rules and days that are named are there. */
function checkNames(config: Config, tell: Tell, tellKey: Tell): void {
  const ids = [...ruleIds, ...(config.userRules ?? []).map(({ id }) => id)];
  const isRule = isRuleOf(ids);
  const settings = [
    { path: ['rules'], rules: config.rules ?? {} },
    ...(config.overrides ?? []).map(({ rules }, index) => ({ path: ['overrides', index, 'rules'], rules })),
  ];
  for (const { path, rules } of settings)
    for (const name of Object.keys(rules))
      if (!isRule(name)) tellKey([...path, name], ...unknownName(name, ids));
  for (const [index, { rule, until }] of (config.suppressions ?? []).entries()) {
    const path = ['suppressions', index];
    if (!isRule(rule)) tell([...path, 'rule'], ...unknownName(rule, ids));
    if (until !== undefined && !isDay(until)) tell([...path, 'until'], sentence('There is no such day.'));
  }
}
