import type {
  ExpectationResult,
  PromptResults,
  TestFileResult,
} from '../../protocol/promptTests/promptResults';
import { foreignLine } from '../foreignLine';
import { safeJson } from '../safeJson';
import { artifact, sarifLog } from '../sarifLog';

/** What kinds of expectation are called where code scanning lists what failed. */
const rules: Readonly<Record<ExpectationResult['kind'], string>> = {
  attention: 'A part of the prompt gets another share of the attention than its test expects.',
  findings: 'A prompt under test has a new finding.',
  kl: 'Changing a part of the prompt does more, or less, than its test expects.',
  answer: 'The model answers otherwise than a test expects.',
  probability: 'An answer has another probability than its test expects.',
};
const RULES = Object.entries(rules).map(([kind, text]) => ({
  id: `prompt-test/${kind}`,
  shortDescription: { text },
  defaultConfiguration: { level: 'error' },
}));

/**
 * The results as SARIF 2.1.0: what failed, and what could not be run, at its place in the test file. Answers of the
 * model are left out: whoever reads the log, an agent too, is not told what a prompt under test made it say.
 */
export function resultsSarif(results: PromptResults): string {
  const { tool, files, outcome } = results;
  const run = {
    invocations: [
      {
        executionSuccessful: outcome !== 'error',
        toolExecutionNotifications: files.flatMap(notifications),
      },
    ],
    artifacts: files.map(({ path }) => ({ location: artifact(path) })),
    results: files.flatMap((file, index) => failures(file, index)),
  };
  return `${safeJson(sarifLog(tool, RULES, run), 2)}\n`;
}

function failures({ path, tests }: TestFileResult, index: number): object[] {
  return tests.flatMap(({ name, expectations }) =>
    expectations
      .filter(({ outcome }) => outcome === 'failed')
      .map(({ kind, expected, actual, value, ...place }) => ({
        ruleId: `prompt-test/${kind}`,
        ruleIndex: Object.keys(rules).indexOf(kind),
        level: 'error',
        message: {
          text: foreignLine(`${name}: ${expected}${kind === 'answer' ? '' : ` ${actual}`}`),
        },
        locations: [
          { physicalLocation: { artifactLocation: { ...artifact(path), index }, region: region(place) } },
        ],
        ...(value === null ? {} : { properties: { value } }),
      })),
  );
}

function notifications({ path, problems, tests }: TestFileResult): object[] {
  const told = [
    ...problems.map(({ message, ...place }) => ({ place, text: message })),
    ...tests.flatMap(({ name, error, expectations, ...place }) => [
      ...(error === undefined ? [] : [{ place, text: `${name}: ${error}` }]),
      ...expectations
        .filter(({ outcome }) => outcome === 'error')
        .map((each) => ({ place: each, text: `${name}: ${each.expected} ${each.actual}` })),
    ]),
  ];
  return told.map(({ place, text }) => ({
    level: 'error',
    message: { text: foreignLine(text) },
    locations: [{ physicalLocation: { artifactLocation: artifact(path), region: region(place) } }],
  }));
}

type Placed = Pick<ExpectationResult, 'line' | 'column' | 'endLine' | 'endColumn'>;

function region({ line, column, endLine, endColumn }: Placed): object {
  return { startLine: line, startColumn: column, endLine, endColumn };
}
