import { homedir } from 'node:os';
import path from 'node:path';

/** A path of the settings, `~` replaced. */
export const expand = (own: string): string =>
  own.startsWith('~/') ? path.join(homedir(), own.slice(2)) : own;
