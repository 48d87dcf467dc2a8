import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where the probes are that somebody calibrated for models of their own, by the customs of the platform: a folder for
 * each model, named by its hash. The command line writes there, and every inference process looks there.
 */
export function ownProbesFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const base =
    env.XDG_CONFIG_HOME ??
    (platform === 'win32' ? env.APPDATA : undefined) ??
    join(homedir(), ...(platform === 'darwin' ? ['Library', 'Application Support'] : ['.config']));
  return join(base, 'attnscope', 'probes');
}
