import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** Names another folder for what the tests install beside npm's own packages. */
export const CACHE_VARIABLE = 'ATTNSCOPE_TEST_CACHE';

const cacheFolder = (): string =>
  process.env[CACHE_VARIABLE] ?? path.join(homedir(), '.cache', 'attnscope-test');

/** Folder of a named and versioned installation. It exists only when the installation is whole. */
export const installed = (name: string): string => path.join(cacheFolder(), name);

/**
 * Makes the installation `name` unless it is there, and gives its folder. `install` fills a folder
 * of its own that is renamed when whole, so that neither an interrupted run nor two runs at once
 * leave a half one behind. What is installed must not hold its own absolute path.
 */
export async function installOnce(name: string, install: (folder: string) => Promise<void>): Promise<string> {
  const final = installed(name);
  if (existsSync(final)) return final;
  mkdirSync(cacheFolder(), { recursive: true });
  const draft = mkdtempSync(`${final}.draft-`);
  try {
    await install(draft);
    renameSync(draft, final);
  } catch (error) {
    // Another run was faster: its result is as good.
    if (!existsSync(final)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return final;
}
