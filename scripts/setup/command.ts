import { spawn, spawnSync } from 'node:child_process';

/** Whether a program of this name can be started. */
export function hasProgram(name: string): boolean {
  return spawnSync(name, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/** How a command ended, with everything it wrote to both streams. */
export interface Ended {
  /** `null` where a signal ended it, the time limit's included. */
  code: number | null;
  output: string;
}

/** Runs a command to its end, its output kept from the terminal. `timeout` in ms. */
export function run(
  program: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; timeout?: number } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...options,
      stdio: ['ignore', 'pipe', 'pipe'],
      killSignal: 'SIGKILL',
    });
    let output = '';
    const keep = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/**
 * Runs a command that has to succeed.
 *
 * @throws Error with the end of its output where it does not.
 */
export async function must(...[program, args, options]: Parameters<typeof run>): Promise<string> {
  const { code, output } = await run(program, args, options);
  if (code === 0) return output;
  throw new Error(`"${program} ${args.join(' ')}" ended with ${code}:\n${output.slice(-3000)}`);
}
