import type { Finding, Severity } from '../../protocol/finding';
import { plainText } from '../../protocol/plainText';
import type { FileByFile } from './fileByFile';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Longest path written, UTF-16 code units. */
const LONGEST_PATH = 1000;

/**
 * The result of a scan as workflow commands, which GitHub Actions shows as annotations: findings, and paths
 * that were left out. Suppressed findings are left out.
 */
export const github: FileByFile = {
  ofFile: ({ path, findings }) =>
    findings
      .filter(({ suppressed }) => !suppressed)
      .map((finding) => {
        const { severity, rule, message } = finding;
        return `::${commands[severity]} file=${file(path)},${place(finding)},title=${property(rule)}::${data(message)}\n`;
      })
      .join(''),
  atEnd: (errors) =>
    errors
      .map(({ path, error }) => `::error file=${file(path)},title=Not scanned::${data(error)}\n`)
      .join(''),
};

/** Columns stand only where a finding is on one line: GitHub drops them elsewhere. */
function place({ line, column, endLine, endColumn }: Finding): string {
  const lines = `line=${line},endLine=${endLine}`;
  return line === endLine ? `${lines},col=${column},endColumn=${endColumn}` : lines;
}

function file(path: string): string {
  return property(plainText(path.replaceAll('\\', '/'), LONGEST_PATH, 'end'));
}

/** Escapes of the workflow command format, for the text after `::`. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The same for a property, which also ends at `:` and `,`. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
