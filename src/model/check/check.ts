import type { Check } from '../../protocol/requests/doctor';

/** These tell how a model is to be run, not whether its maps are right. */
const ONLY_TELLS: ReadonlySet<Check['name']> = new Set(['causal', 'pieces']);

/** Why there is nothing to show; `undefined` where nothing stands in the way. */
export function refusalOf(checks: readonly Check[]): string | undefined {
  return checks.find(({ name, passed }) => !passed && !ONLY_TELLS.has(name))?.why ?? undefined;
}

/** Something that holds or not, without a figure. */
export function plainCheck(name: Check['name'], passed: boolean, why: string): Check {
  return { name, passed, figure: null, limit: null, why: passed ? null : why };
}

/** Something that holds up to a limit. */
export function measuredCheck(
  name: Check['name'],
  figure: number,
  limit: number,
  why: string | undefined,
): Check {
  return { name, passed: figure <= limit, figure, limit, why: figure <= limit ? null : (why ?? null) };
}
