import { detect } from '../detection/detect';
import { everyRule } from '../detection/rules/everyRule';
import type { Rule } from '../detection/rules/rule';
import { spoken } from '../prompts/speakers';
import { verbatim } from '../prompts/writtenText';
import type { UserRule } from '../protocol/config';
import { plainText } from '../protocol/plainText';
import { sentence, type Sentence } from '../protocol/sentence';
import type { Path } from '../protocol/written/problem';
import { isHarmless } from '../suppressions/toldReason';
import { compileUserRule } from './userRules';

/** Longest words of the compiler of expressions that are repeated. */
const LONGEST_WORDS = 120;

type Tell = (path: Path, ...sentences: Sentence[]) => void;

/** Tells what is wrong with rules of a workspace's own that their form does not show. */
export function checkUserRules(written: readonly UserRule[], tell: Tell): void {
  const ids = new Set(everyRule.map(({ id }) => id));
  const families = new Set([...ids].map((id) => id.split('/')[0]));
  for (const [index, rule] of written.entries()) {
    const path = ['userRules', index];
    if (families.has(rule.id.split('/')[0]))
      tell([...path, 'id'], sentence('The family of this rule is one of Attnscope’s own: choose another.'));
    else if (ids.has(rule.id)) tell([...path, 'id'], sentence('Two rules have this name.'));
    ids.add(rule.id);
    if (/[<>`\p{C}\p{Zl}\p{Zp}]/u.test(rule.message) || !isHarmless(rule.message))
      tell(
        [...path, 'message'],
        sentence(
          'The message reads like an attack itself, and coding agents read it: say it in other words, without markup.',
        ),
      );
    if (rule.phrases === undefined && rule.pattern === undefined)
      tell(path, sentence('A rule needs "phrases" or a "pattern".'));
    else checkExamples(rule, path, tell);
  }
}

function checkExamples(written: UserRule, path: Path, tell: Tell): void {
  let rule: Rule;
  try {
    rule = compileUserRule(written);
  } catch (error) {
    // RE2 puts what it means between backticks, which would be taken out as markup.
    const words = (error instanceof Error ? error.message : String(error)).replaceAll('`', '"');
    const reason = plainText(words, LONGEST_WORDS);
    tell([...path, 'pattern'], sentence('The pattern cannot be read: {reason}.', { reason }));
    return;
  }
  // As text of whoever the rule reports first.
  const role = rule.severity.author ? 'prompt' : rule.severity.user ? 'user' : 'data';
  const finds = (text: string) =>
    detect(text, { segments: [spoken(role, verbatim(text, 0, text.length))] }, {}, [rule]).some(
      (finding) => finding.rule === rule.id,
    );
  for (const [at, text] of (written.valid ?? []).entries())
    if (finds(text))
      tell(
        [...path, 'valid', at],
        sentence('The rule finds something in this text, which it must leave alone.'),
      );
  for (const [at, text] of written.invalid.entries())
    if (!finds(text)) tell([...path, 'invalid', at], sentence('The rule finds nothing in this text.'));
}
