import type { Finding } from '../../protocol/finding';
import type { Fix } from '../../protocol/fix';
import { rules } from '../rules';

/** Ways to do away with a finding in its text, the best first: what its rule knows. */
export function fixesOf(text: string, finding: Finding): Fix[] {
  return rules.find(({ id }) => id === finding.rule)?.fixes(text, finding) ?? [];
}
