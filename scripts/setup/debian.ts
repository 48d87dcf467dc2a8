import { existsSync } from 'node:fs';
import { must } from './command';

/** Whether packages can be installed without asking: Debian or a child of it, and root. */
export function canInstall(): boolean {
  return existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
}

/**
 * Installs Debian packages. Waits where another apt-get is at work.
 *
 * @throws Error that says what to install by hand where that is not possible here.
 */
export async function aptInstall(packages: readonly string[], what: string): Promise<void> {
  if (!canInstall()) {
    throw new Error(`${what} is missing. Install it first; on Debian: apt-get install ${packages.join(' ')}`);
  }
  console.log(`Installing ${packages.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const wait = ['-o', 'DPkg::Lock::Timeout=600'];
  await must('apt-get', [...wait, 'update', '-qq'], { env });
  await must('apt-get', [...wait, 'install', '-y', '-qq', '--no-install-recommends', ...packages], { env });
}
