/** Names of files with prompt tests, relative to a folder. package.json repeats them. */
export const promptTestGlobs: readonly string[] = [
  '**/*.prompt-test.yaml',
  '**/*.prompt-test.yml',
  '**/*.prompt-test.json',
];
