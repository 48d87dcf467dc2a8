import type { Finding, Severity } from '../../protocol/finding';
import type { RuleDescription, ScanResult } from '../../protocol/scan';
import { safeJson } from '../safeJson';
import { artifact, sarifLog } from '../sarifLog';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** The result of a scan as SARIF 2.1.0. No snippets: they would carry the payload to whoever reads the log. */
export function sarif(scan: ScanResult, rules: readonly RuleDescription[]): string {
  const { errors = [] } = scan;
  const indexes = new Map(rules.map((rule, index) => [rule.id, index]));
  const run = {
    invocations: [
      { executionSuccessful: errors.length === 0, toolExecutionNotifications: errors.map(notification) },
    ],
    artifacts: scan.files.map((file) => ({ location: artifact(file.path) })),
    results: scan.files.flatMap((file, index) =>
      file.findings.map((finding) =>
        result(finding, indexes.get(finding.rule), { ...artifact(file.path), index }),
      ),
    ),
  };
  return `${safeJson(sarifLog(scan.tool, rules.map(describe), run), 2)}\n`;
}

function describe({ id, title, why, todo, severity }: RuleDescription): object {
  return {
    id,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: why },
    help: { text: todo },
    defaultConfiguration: { level: levels[severity] },
    properties: { tags: ['security', 'prompt-injection'] },
  };
}

/** A path that was left out. */
function notification({ path, error }: NonNullable<ScanResult['errors']>[number]): object {
  return {
    level: 'error',
    message: { text: error },
    locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
  };
}

function result(finding: Finding, ruleIndex: number | undefined, artifactLocation: object): object {
  const { rule, severity, message, fingerprint, segment, excerpt } = finding;
  const { line: startLine, column: startColumn, endLine, endColumn } = finding;
  const region = { startLine, startColumn, endLine, endColumn };
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    partialFingerprints: { 'attnscope/v1': fingerprint },
    ...suppressionsOf(finding),
    properties: {
      severity,
      charOffset: finding.start,
      charLength: finding.end - finding.start,
      segment,
      excerpt,
    },
  };
}

/** A baseline and a settings file are no part of the source that they speak of. */
function suppressionsOf({ suppressed, suppression }: Finding): object {
  if (!suppressed) return {};
  const inSource = suppression === undefined || ['comment', 'front-matter'].includes(suppression.by);
  const { reason } = suppression ?? {};
  const told = reason === undefined ? {} : { justification: reason };
  return { suppressions: [{ kind: inSource ? 'inSource' : 'external', status: 'accepted', ...told }] };
}
