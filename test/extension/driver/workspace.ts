import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder of its own with these files (path → text). */
export function makeWorkspace(files: Record<string, string>): { folder: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'attnscope-workspace-'));
  // The explorer shows a first row, which tells that it is ready.
  for (const [name, text] of Object.entries({ 'notes.txt': 'Notes.\n', ...files })) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
