import { spawnSync } from 'node:child_process';

/** A shell command in a network namespace of its own, which has the loopback device and nothing else. */
const alone = (command: string): string[] => ['-rn', 'sh', '-c', `ip link set lo up && ${command}`];

/** Whether this machine permits network namespaces. */
export const permitted = spawnSync('unshare', alone('true')).status === 0;
if (!permitted)
  console.log('Skipped: this machine does not permit network namespaces, so commands run with its network.');

/** How a command ended, with what it wrote to both streams. */
export interface Ended {
  status: number | null;
  output: string;
}

/** Runs a shell command to its end, without a network where that is permitted. */
export function runWithoutNetwork(command: string, cwd: string, env = process.env): Ended {
  const [program, args] = permitted ? ['unshare', alone(command)] : ['sh', ['-c', command]];
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, env, encoding: 'utf8', maxBuffer: 1e9 });
  return { status, output: stdout + stderr };
}
