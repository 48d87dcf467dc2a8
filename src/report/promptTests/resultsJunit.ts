import type {
  ExpectationResult,
  PromptResults,
  TestFileResult,
  TestResult,
} from '../../protocol/promptTests/promptResults';
import { foreignLine } from '../foreignLine';
import { escapeXml } from '../xml';
import { verdictLine } from './resultsText';

/** The results as JUnit XML, within the schema of Jenkins: a suite a file, a case a test. */
export function resultsJunit(results: PromptResults): string {
  const { files, failed, errors, passed } = results;
  const suites = files.map(suite).join('');
  const numbers = `tests="${passed + failed + errors}" failures="${failed}" errors="${errors}"`;
  const time = secondsOf(files.flatMap(({ tests }) => tests));
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<testsuites name="${text(verdictLine(results))}" ${numbers} time="${time}">\n${suites}</testsuites>\n`
  );
}

function suite({ path, problems, tests }: TestFileResult): string {
  const number = (outcome: TestResult['outcome']) => tests.filter((test) => test.outcome === outcome).length;
  const numbers = [
    `tests="${tests.length + problems.length}"`,
    `failures="${number('failed')}"`,
    `errors="${number('error') + problems.length}"`,
    `time="${secondsOf(tests)}"`,
  ];
  const cases = [
    ...problems.map(({ line, column, message }) => {
      const error = `<error type="file" message="${text(message)}"/>`;
      return `    <testcase classname="${text(path)}" name="${line}:${column}">\n      ${error}\n    </testcase>\n`;
    }),
    ...tests.map((test) => testCase(path, test)),
  ];
  return `  <testsuite name="${text(path)}" ${numbers.join(' ')}>\n${cases.join('')}  </testsuite>\n`;
}

function testCase(path: string, test: TestResult): string {
  const open = `    <testcase classname="${text(path)}" name="${text(test.name)}" time="${secondsOf([test])}"`;
  const unmet = test.expectations.filter(({ outcome }) => outcome === test.outcome);
  const first = unmet[0];
  if (test.outcome === 'passed') return `${open}/>\n`;
  const element = test.outcome === 'failed' ? 'failure' : 'error';
  const message = first ? `${first.expected} ${first.actual}` : (test.error ?? '');
  const type = first ? `expectation-${first.kind}` : 'test';
  // One failure a case, as readers of the format expect; the text of it has all that was expected.
  const list = (first ? test.expectations : []).map((each) => `${lineOf(path, each)}\n`).join('');
  return `${open}>\n      <${element} type="${type}" message="${text(message)}">${list}</${element}>\n    </testcase>\n`;
}

function lineOf(path: string, { line, column, outcome, expected, actual }: ExpectationResult): string {
  return text(`${path}:${line}:${column} ${outcome}: ${expected} ${actual}`);
}

function secondsOf(tests: readonly TestResult[]): string {
  return (tests.reduce((sum, { ms }) => sum + ms, 0) / 1000).toFixed(3);
}

/** Words of others without characters that XML does not know. */
function text(words: string): string {
  return escapeXml(foreignLine(words));
}
