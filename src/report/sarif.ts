import type { Finding, Severity } from '../protocol/finding';
import type { RuleDescription, ScanResult } from '../protocol/scan';
import { safeJson } from './safeJson';

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
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: scan.tool.name, version: scan.tool.version, rules: rules.map(describe) },
        },
        invocations: [
          { executionSuccessful: errors.length === 0, toolExecutionNotifications: errors.map(notification) },
        ],
        columnKind: 'utf16CodeUnits',
        artifacts: scan.files.map((file) => ({ location: artifact(file.path) })),
        results: scan.files.flatMap((file, index) =>
          file.findings.map((finding) =>
            result(finding, indexes.get(finding.rule), { ...artifact(file.path), index }),
          ),
        ),
      },
    ],
  };
  return `${safeJson(log, 2)}\n`;
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
  const { rule, severity, message, fingerprint, suppressed, segment, excerpt } = finding;
  const { line: startLine, column: startColumn, endLine, endColumn } = finding;
  const region = { startLine, startColumn, endLine, endColumn };
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region } }],
    partialFingerprints: { 'attnscope/v1': fingerprint },
    ...(suppressed ? { suppressions: [{ kind: 'inSource' }] } : {}),
    properties: {
      severity,
      charOffset: finding.start,
      charLength: finding.end - finding.start,
      segment,
      excerpt,
    },
  };
}

/** A file's location: relative to the root of the sources where its path is relative. */
function artifact(path: string): { uri: string; uriBaseId?: string } {
  const slashes = path.replaceAll('\\', '/').replace(/\p{Cs}/gu, '\uFFFD');
  const encoded = slashes.split('/').map(encodeSegment).join('/');
  if (slashes.startsWith('/')) return { uri: `file://${encoded}` };
  if (/^[a-z]:\//i.test(slashes)) return { uri: `file:///${encoded}` };
  return { uri: encoded.replace(/^(?:\.\/)+/, ''), uriBaseId: '%SRCROOT%' };
}

/** Percent-encodes all but letters, digits and `-._~`. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
