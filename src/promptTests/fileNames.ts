/** Names of files with prompt tests, as a glob relative to a folder. package.json repeats them. */
export const PROMPT_TEST_GLOB = '**/*.prompt-test.{yaml,yml,json}';

/** Whether a file is one with prompt tests, by its path. */
export function isPromptTest(path: string): boolean {
  return /\.prompt-test\.(?:yaml|yml|json)$/.test(path);
}
