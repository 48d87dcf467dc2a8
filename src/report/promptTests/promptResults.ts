import { describeExpectation } from '../../describe/promptTests/describeExpectation';
import { describeError, describeVerdict } from '../../describe/promptTests/describeVerdict';
import { createL10n } from '../../describe/l10n';
import type { Phrase } from '../../describe/phrase';
import { SCHEMA_VERSION, type ModelSummary } from '../../protocol/analysis';
import { inWords } from '../../protocol/sentence';
import type {
  ExpectationResult,
  PromptResults,
  TestFileResult,
  TestResult,
} from '../../protocol/promptTests/promptResults';
import type { Problem } from '../../protocol/written/problem';
import { outcomeOf, wholeVerdict, type Judged, type TestRun } from '../../promptTests/verdict';

/** A test file that was run, or what is wrong with it. */
export interface RunFile {
  path: string;
  problems: readonly Problem[];
  runs: readonly TestRun[];
}

const english = createL10n('en', {});
const say = (phrases: readonly Phrase[]): string => phrases.map((phrase) => english.say(phrase)).join(' ');

/** The results of test files as the document that is written of them, in English. */
export function promptResults(
  files: readonly RunFile[],
  model: ModelSummary | null,
  version: string,
): PromptResults {
  const results = files.map(fileResult);
  const outcomes = results.flatMap(({ problems, tests }) => [
    ...problems.map(() => 'error' as const),
    ...tests.map(({ outcome }) => outcome),
  ]);
  const number = (outcome: TestResult['outcome']) => outcomes.filter((each) => each === outcome).length;
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'attnscope', version },
    model,
    outcome: wholeVerdict(outcomes),
    passed: number('passed'),
    failed: number('failed'),
    errors: number('error'),
    files: results,
  };
}

function fileResult({ path, problems, runs }: RunFile): TestFileResult {
  return {
    path,
    problems: problems.map(({ sentences, ...place }) => ({ ...place, message: inWords(sentences) })),
    tests: runs.map(testResult),
  };
}

function testResult(run: TestRun): TestResult {
  const { test, judged, error, tokens, grown, ms } = run;
  return {
    ...test.place,
    name: test.name,
    prompt: test.prompt,
    outcome: outcomeOf(run),
    ...(error ? { error: say(describeError(error)) } : {}),
    ...{ tokens, grown, ms },
    expectations: judged.map(expectationResult),
  };
}

function expectationResult(judged: Judged): ExpectationResult {
  const { expectation, verdict } = judged;
  return {
    ...expectation.place,
    kind: expectation.kind,
    outcome: verdict.outcome,
    expected: say([describeExpectation(expectation)]),
    actual: say(describeVerdict(judged)),
    value: 'measured' in verdict ? valueOf(verdict.measured) : null,
  };
}

function valueOf(measured: Extract<Judged['verdict'], { measured: unknown }>['measured']): number | null {
  if (measured.kind === 'findings') return measured.found.length;
  return measured.kind === 'answer' ? null : measured.value;
}
