import type { PromptTest } from './promptTest';

/** Files that a test reads, by their paths from the test file. */
export function filesOf({ source, expectations }: PromptTest): string[] {
  const ofPrompt =
    source.kind === 'file'
      ? [source.file]
      : source.kind === 'messages'
        ? source.messages.flatMap(({ file }) => file ?? [])
        : [];
  const baselines = expectations.flatMap((each) => (each.kind === 'findings' ? (each.baseline ?? []) : []));
  return [...new Set([...ofPrompt, ...baselines])];
}
