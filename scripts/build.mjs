// Bundles every program of the project into dist/. `--watch` keeps building.
import { build, context } from 'esbuild';
import { bundles } from './bundles.mjs';

if (process.argv.includes('--watch')) {
  const contexts = await Promise.all(bundles.map((bundle) => context({ ...bundle, logLevel: 'info' })));
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  // All are awaited, so that one failure neither hides another nor leaves a build running.
  const results = await Promise.allSettled(
    bundles.map((bundle) => build({ ...bundle, logLevel: 'warning' })),
  );
  if (results.some(({ status }) => status === 'rejected')) process.exitCode = 1;
}
