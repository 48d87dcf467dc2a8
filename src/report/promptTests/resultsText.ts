import type { PromptResults, TestOutcome, TestResult } from '../../protocol/promptTests/promptResults';
import { count } from '../count';
import { foreignLine } from '../foreignLine';

const marks: Record<TestOutcome, string> = { passed: '✓', failed: '✗', error: '!' };
const verdicts: Record<TestOutcome, string> = { passed: 'PASSED', failed: 'FAILED', error: 'INCOMPLETE' };

/** The results for a terminal; the last line says the verdict, of which the exit code is made too. */
export function resultsText(results: PromptResults): string {
  const lines = results.files.flatMap(({ path, problems, tests }) => [
    foreignLine(path),
    ...problems.map(({ line, column, message }) => `  ! ${line}:${column}  ${foreignLine(message)}`),
    ...tests.flatMap(testLines),
    '',
  ]);
  return `${[...lines, verdictLine(results)].join('\n')}\n`;
}

/** One line: the verdict and the numbers that it rests on. */
export function verdictLine({ outcome, passed, failed, errors, model, files }: PromptResults): string {
  if (passed + failed + errors === 0) return `${verdicts.error}: no test was found.`;
  const tests = files.reduce((sum, file) => sum + file.tests.length, 0);
  const by = model ? `, read by ${foreignLine(model.name)}` : '';
  return `${verdicts[outcome]}: ${count(tests, 'test')}${by}: ${passed} passed, ${failed} failed, ${count(errors, 'error')}.`;
}

function testLines({ outcome, name, error, tokens, grown, ms, expectations }: TestResult): string[] {
  const size = [
    ...(tokens === null ? [] : [count(tokens, 'token')]),
    ...Object.entries(grown).map(([variable, number]) => `${number} of ${foreignLine(variable)}`),
    `${(ms / 1000).toFixed(1)} s`,
  ];
  return [
    `  ${marks[outcome]} ${foreignLine(name)} (${size.join(', ')})`,
    ...(error === undefined ? [] : [`      ${foreignLine(error)}`]),
    ...expectations.flatMap(({ line, column, outcome: one, expected, actual }) => {
      const at = `${line}:${column}`;
      return [
        `    ${marks[one]} ${at.padEnd(7)} ${foreignLine(expected)}`,
        `      ${' '.repeat(7)} ${foreignLine(actual)}`,
      ];
    }),
  ];
}
