import { defineConfig } from 'vitest/config';
import { lexiconOnce } from '../scripts/lexiconAhead.mjs';

/** One project per tier; the folder under test/ says where its tests run, `.slow.` that they run apart. */
const tier = (name: string, timeout: number) => ({
  plugins: [lexiconOnce(`${import.meta.dirname}/../node_modules/.cache/attnscope`)],
  test: {
    name,
    root: `${import.meta.dirname}/..`,
    include: name === 'slow' ? ['test/**/*.slow.test.ts'] : [`test/${name}/**/*.test.ts`],
    exclude: name === 'slow' ? [] : ['**/*.slow.test.ts'],
    testTimeout: timeout,
    hookTimeout: timeout,
    // A real window on a busy machine loses a key or a click now and then.
    retry: name === 'extension' ? 1 : 0,
  },
});

export default defineConfig({
  test: {
    // Two cores, and native sessions that use both: files of one tier run one after the other.
    fileParallelism: false,
    projects: [
      tier('unit', 20_000),
      tier('model', 240_000),
      tier('zoo', 120_000),
      tier('webview', 60_000),
      tier('extension', 120_000),
      tier('slow', 1_800_000),
    ],
  },
});
