import { createFindings, type Match } from '../detection/createFindings';
import { applyPolicy, type Policy } from '../detection/policy';
import { instructionInData } from '../detection/rules/model/instructionInData';
import { plantedInstruction } from '../detection/rules/model/plantedInstruction';
import type { Finding } from '../protocol/finding';
import type { PromptOutline, PromptSentence, Trust } from '../protocol/prompt';
import type { RuleWords } from '../detection/rules/rule';

const ruleOf: Readonly<Record<Trust, RuleWords | null>> = {
  author: plantedInstruction,
  user: null,
  untrusted: instructionInData,
};

/** Findings of the sentences that a probe warns of, in order. */
export function modelFindings(
  text: string,
  { segments }: Pick<PromptOutline, 'segments'>,
  warned: readonly PromptSentence[],
  policy: Policy,
): Finding[] {
  const matches = warned.flatMap(({ start, end, segment }): Match[] => {
    const said = segments[segment]!;
    const rule = ruleOf[said.trust];
    const severity = rule?.severity[said.trust];
    return rule && severity ? [{ rule, severity, segment: said, start, end }] : [];
  });
  return applyPolicy(createFindings(text, matches), policy);
}
