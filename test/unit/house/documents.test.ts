import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isPromptFile } from '../../../src/prompts/files/isPromptFile';

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const listed = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
const inGit = listed.status === 0;
if (!inGit) console.log('Skipped: this copy is no git repository, so its list of files is not known.');
const files = (listed.stdout ?? '').split('\0').filter((file) => file && existsSync(path.join(root, file)));

/** Names that are not of this project, and what the person puts in. */
const FOREIGN = ['xvfb', 'accuracy_level', 'REV', 'REV2', 'CODEOWNERS', '.attnscope.json'];

/** Each file and folder, with a slash before it. */
const places = new Set(
  files.flatMap((file) => {
    const parts = file.split('/');
    return parts.map((_, i) => `/${parts.slice(0, i + 1).join('/')}`);
  }),
);
const code = files.filter(
  (file) =>
    /^((src|webview|scripts|test)\/.*\.(ts|mjs|py)|package\.json)$/.test(file) && !file.includes('/house/'),
);
const words = new Set(code.flatMap((file) => read(file).match(/[A-Za-z_]\w*/g) ?? []));

const FILE = /[\w.*/-]*\.(?:ts|mjs|py|md|json|ya?ml|onnx|css|jinja)\b/;
const FOLDER = /(?<![\w./-])(?:src|test|webview|scripts|docs|media|l10n)\/[\w./-]*/;

/** Files, folders and names between backticks that are nowhere in the project. A path may leave out its beginning. */
function unknownNames(text: string): string[] {
  const quoted = [...text.replace(/^(```+)[^]*?^\1/gm, '').matchAll(/`([^`]+)`/g)].map(([, each]) => each!);
  return quoted.flatMap((each) => {
    const paths = each.match(new RegExp(`${FILE.source}|${FOLDER.source}`, 'g')) ?? [];
    const lost = paths.filter((named) => {
      const end = named.replace(/\/$/, '');
      return (
        !end.includes('*') &&
        !FOREIGN.includes(end) &&
        // Files of other projects, which Attnscope scans.
        isPromptFile(end) !== true &&
        isPromptFile(end) !== 'agent front matter' &&
        ![...places].some((place) => place.endsWith(/^[./]/.test(end) ? end : `/${end}`))
      );
    });
    const rest = paths.reduce((left, named) => left.replace(named, ' '), each);
    const names = rest.match(/[A-Za-z]\w+/g) ?? [];
    return [...lost, ...names.filter((name) => !words.has(name) && !FOREIGN.includes(name))];
  });
}

describe.skipIf(!inGit)('what the pages name', () => {
  const pages = files.filter((file) => /^(docs\/[^/]+|README|CONTRIBUTING)\.md$/.test(file));

  it.each(pages)('%s: is in the project', (page) => {
    expect(unknownNames(read(page))).toEqual([]);
  });

  it('would be missed', () => {
    const text =
      'As `sourceToContents()` of `src/protocol/sourceMaps.ts` and `gone.ts`, unlike `tap/gateTap.ts`, `src/model/`.';
    expect(unknownNames(text)).toEqual(['sourceToContents', 'src/protocol/sourceMaps.ts', 'gone.ts']);
  });
});
