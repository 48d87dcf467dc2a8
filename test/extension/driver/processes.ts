import { readdirSync, readFileSync } from 'node:fs';
import type { Editor } from './editor';

/** Ids of the processes of a VS Code server whose command line holds a text. */
export function processesOf({ server }: Editor, text: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        // The group is the third field after the name, which stands in brackets and may hold anything.
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const group = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
        return group === server.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text);
      } catch {
        // It has ended meanwhile.
        return false;
      }
    });
}
