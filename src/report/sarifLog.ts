/** What every SARIF 2.1.0 log of ours has in common. */

/** A log of one run: by whom it was made, and what it is made of. */
export function sarifLog(
  { name, version }: { name: string; version: string },
  rules: readonly object[],
  { invocations, artifacts, results }: Record<'invocations' | 'artifacts' | 'results', readonly object[]>,
): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name, version, rules } },
        invocations,
        columnKind: 'utf16CodeUnits',
        artifacts,
        results,
      },
    ],
  };
}

/** A file's location: relative to the root of the sources where its path is relative. */
export function artifact(path: string): { uri: string; uriBaseId?: string } {
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
