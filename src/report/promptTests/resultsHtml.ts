import type {
  ExpectationResult,
  PromptResults,
  TestFileResult,
  TestOutcome,
  TestResult,
} from '../../protocol/promptTests/promptResults';
import { foreignLine } from '../foreignLine';
import { escapeXml } from '../xml';

/** The words of the page, in the person's language. */
export type ResultsWords = Record<
  | TestOutcome
  | 'incomplete'
  | 'title'
  | 'unreadable'
  | 'expected'
  | 'actual'
  | 'test'
  | 'line'
  | 'outcome'
  | 'tokens'
  | 'model',
  string
>;

const STYLE = `
body { font-family: var(--vscode-font-family); font-size: var(--vscode-font-size); color: var(--vscode-foreground); padding: 1em 1.5em; }
h1 { font-size: 1.5em; font-weight: 600; }
h2 { font-size: 1.15em; font-weight: 600; margin-top: 1.6em; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.35em 1em 0.35em 0; border-bottom: 1px solid var(--vscode-panel-border, var(--vscode-widget-border)); }
th { font-weight: 600; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
th.number { text-align: right; }
.detail td { color: var(--vscode-descriptionForeground); }
.detail td:first-child { padding-left: 1.5em; }
.passed, .failed, .error { white-space: nowrap; }
.passed { color: var(--vscode-testing-iconPassed); }
.failed { color: var(--vscode-testing-iconFailed); }
.error { color: var(--vscode-testing-iconErrored); }
`;

const marks: Record<TestOutcome, string> = { passed: '✓', failed: '✗', error: '!' };

/** The results as a page without a script; `results`: nothing where the text is none. */
export function resultsHtml(
  results: PromptResults | undefined,
  words: ResultsWords,
  language: string,
  nonce: string,
): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'`;
  return `<!doctype html>
<html lang="${text(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${text(words.title)}</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<h1>${text(words.title)}</h1>
${results ? page(results, words) : `<p>${text(words.unreadable)}</p>`}
</body>
</html>
`;
}

function page(results: PromptResults, words: ResultsWords): string {
  const { passed, failed, errors, outcome, model, files } = results;
  const numbers = [
    [words.passed, passed],
    [words.failed, failed],
    [words.error, errors],
  ].map(([name, number]) => `${text(String(name))}: ${number}`);
  const by = model
    ? `<p>${text(words.model)}: ${text(model.name)} <code>${text(model.sha256.slice(0, 12))}</code></p>`
    : '';
  return (
    `<p><strong>${mark(outcome, { ...words, error: words.incomplete })}</strong> · ${numbers.join(' · ')}</p>\n${by}\n` +
    files.map((file) => fileSection(file, words)).join('\n')
  );
}

function fileSection({ path, problems, tests }: TestFileResult, words: ResultsWords): string {
  const head = [words.outcome, words.test, words.expected, words.actual]
    .map((name) => `<th scope="col">${text(name)}</th>`)
    .join('');
  const numbers = [words.line, words.tokens]
    .map((name) => `<th scope="col" class="number">${text(name)}</th>`)
    .join('');
  const rows = [
    ...problems.map(({ line, message }) => row(words, { outcome: 'error', actual: message, line })),
    ...tests.flatMap((test) => testRows(test, words)),
  ];
  return `<h2>${text(path)}</h2>\n<table>\n<thead><tr>${head}${numbers}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

function testRows(test: TestResult, words: ResultsWords): string[] {
  const { outcome, name, error = '', line, tokens, expectations } = test;
  return [
    row(words, { outcome, name, actual: error, line, tokens }),
    ...expectations.map((each) => row(words, { ...each, isDetail: true })),
  ];
}

interface Row extends Pick<ExpectationResult, 'outcome' | 'actual' | 'line'> {
  name?: string;
  expected?: string;
  tokens?: number | null;
  isDetail?: boolean;
}

function row(words: ResultsWords, { outcome, name = '', expected = '', actual, line, ...more }: Row): string {
  const cells = [name, expected, actual].map((cell) => `<td>${text(cell)}</td>`).join('');
  const numbers = [line, more.tokens ?? ''].map((cell) => `<td class="number">${cell}</td>`).join('');
  return `<tr${more.isDetail ? ' class="detail"' : ''}><td>${mark(outcome, words)}</td>${cells}${numbers}</tr>`;
}

function mark(outcome: TestOutcome, words: ResultsWords): string {
  return `<span class="${outcome}">${marks[outcome]} ${text(words[outcome])}</span>`;
}

function text(words: string): string {
  return escapeXml(foreignLine(words));
}
