import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const PROGRAMS = /^(npm|npx|node|git|xvfb-run) /;

/** Commands that the pages of the project tell a person to type, and all scripts of package.json, each once. */
export function namedCommands(root: string): string[] {
  const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const docs = readdirSync(path.join(root, 'docs')).filter((file) => file.endsWith('.md'));
  const pages = ['README.md', 'CONTRIBUTING.md', ...docs.map((file) => `docs/${file}`)];
  const written = pages.flatMap((page) => commandsOn(read(page), Object.keys(scripts)));
  const all = [...written, ...Object.keys(scripts).map((name) => `npm run ${name}`)];
  return [...new Set(all.map((command) => command.replace(/^npm run test$/, 'npm test')))].sort();
}

/** Commands in the blocks and between the backticks of a page; a bare `test:unit` is a script. */
function commandsOn(page: string, scripts: string[]): string[] {
  const blocks = [...page.matchAll(/^(?: {4}|\t)(.+)$/gm)].map(([, line]) => line!);
  const quoted = [...page.matchAll(/`([^`]+)`/g)].map(([, code]) => code!.replace(/\s+/g, ' '));
  return [...blocks, ...quoted]
    .flatMap((line) => line.replace(/(^|\s)# .*$/, '').split('&&'))
    .map((command) => command.trim())
    .map((command) => (command.includes(':') && scripts.includes(command) ? `npm run ${command}` : command))
    .filter((command) => PROGRAMS.test(command));
}
