import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
const listed = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
const inGit = listed.status === 0;
if (!inGit) console.log('Skipped: this copy is no git repository, so its list of files is not known.');
const files = (listed.stdout ?? '').split('\0').filter((file) => file && existsSync(path.join(root, file)));

const bytes = (file: string): number => statSync(path.join(root, file)).size;
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** A page without what it shows as code. */
const prose = (page: string): string => read(page).replace(/^(```+)[^]*?^\1|`[^`\n]*`/gm, '');

describe.skipIf(!inGit)('files of the repository', () => {
  it('are each below 50 MB', () => {
    expect(files.filter((file) => bytes(file) >= 50e6)).toEqual([]);
  });

  it('hold fixtures of less than 5 MB together', () => {
    const fixtures = files.filter((file) => /^test\/.*fixtures\//.test(file));
    expect(fixtures.reduce((sum, file) => sum + bytes(file), 0)).toBeLessThan(5e6);
  });

  it('are named after what they hold', () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|misc|common)\.[mc]?[jt]s$/.test(file))).toEqual([]);
  });

  it('have their tests where they are: test/unit mirrors src/ and webview/', () => {
    const product = files.filter((file) => /^(src|webview)\/.*\.ts$/.test(file));
    const mirror = (file: string) => `test/unit/${file.replace(/^src\//, '').replace(/\.ts$/, '')}`;
    const places = new Set(product.map(mirror));
    const folders = new Set([...places].map((place) => path.posix.dirname(place)));
    const names = new Set([...places].map((place) => path.posix.basename(place)));
    const misplaced = files
      .filter((file) => /^test\/unit\/(?!house\/).*\.test\.ts$/.test(file))
      .map((file) => file.replace(/(\.slow)?\.test\.ts$/, ''))
      // A test of a whole folder has a name of its own.
      .filter((test) =>
        names.has(path.posix.basename(test)) ? !places.has(test) : !folders.has(path.posix.dirname(test)),
      );
    expect(misplaced).toEqual([]);
  });

  it('do not name the registry that they were installed from', () => {
    expect(read('package-lock.json')).not.toContain('"resolved"');
  });

  it('keep no note of work to be done in the code', () => {
    const code = files.filter((file) => /^(src|webview|scripts|test)\/.*\.m?ts$/.test(file));
    const marks = new RegExp(['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X'].map((mark) => `// ?${mark}`).join('|'));
    expect(code.filter((file) => marks.test(read(file)))).toEqual([]);
  });

  it('link only to files that exist', () => {
    const pages = files.filter((file) => file.endsWith('.md') && !/^(test|media)\//.test(file));
    const broken = pages.flatMap((page) =>
      [...prose(page).matchAll(/\]\((?!\w+:|#)([^)#\s]+)/g)]
        .map(([, target]) => path.posix.join(path.posix.dirname(page), target!))
        .filter((target) => !existsSync(path.join(root, target)))
        .map((target) => `${page} → ${target}`),
    );
    expect(broken).toEqual([]);
  });
});

it('files that package.json names are there', () => {
  const named = [...read('package.json').matchAll(/"((?:media|l10n)\/[^"]+)"/g)].map(([, file]) => file!);
  expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
});

describe('scripts of package.json', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

  it('run files that exist', () => {
    const named = Object.values(scripts).flatMap(
      (script) => script.match(/\b(?:scripts|test)\/[\w./-]+\.m?[jt]s\b/g) ?? [],
    );
    expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });

  it('chain what they need, since install scripts and their kind are off', () => {
    const hooks = Object.keys(scripts).filter((name) => /^(pre|post)/.test(name) || name === 'prepare');
    expect(hooks).toEqual([]);
  });
});
