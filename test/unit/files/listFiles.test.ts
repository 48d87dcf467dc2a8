import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type * as nodeFs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eachFile, listFiles } from '../../../src/files/listFiles';
import { prompts } from '../../../src/files/prompts';

/** Folders of this name are closed, for the superuser too. */
const CLOSED = 'closed';

/** Folders that were looked into, in that order. */
const opened: string[] = [];

vi.mock('node:fs/promises', async (original) => {
  const fs = await original<typeof nodeFs>();
  const readdir = (folder: string, options: { withFileTypes: true }) => {
    opened.push(folder);
    return path.basename(folder) === CLOSED
      ? Promise.reject(Object.assign(new Error(), { code: 'EACCES' }))
      : fs.readdir(folder, options);
  };
  return { ...fs, readdir };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'attnscope-list-'));
  for (const inside of ['a', 'a/b', CLOSED, `a/${CLOSED}`, `node_modules/${CLOSED}`]) {
    mkdirSync(path.join(folder, inside), { recursive: true });
    writeFileSync(path.join(folder, inside, 'AGENTS.md'), 'Be kind.');
    writeFileSync(path.join(folder, inside, 'other.md'), 'Be kind.');
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

it('finds prompt files by name, and says which folders it could not look into', async () => {
  const { files, errors } = await listFiles([`${folder}/`, path.join(folder, 'a/other.md'), '-']);
  expect(files).toEqual([`${folder}/a/AGENTS.md`, `${folder}/a/b/AGENTS.md`, `${folder}/a/other.md`, '-']);
  expect(errors.map((error) => error.path).sort()).toEqual([`${folder}/a/${CLOSED}`, `${folder}/${CLOSED}`]);
  for (const { error } of errors) expect(error).toMatch(/closed" cannot be read: permission is denied/);
});

it('gives files while it still looks for others, in the order of their paths', async () => {
  const names = [
    'a/AGENTS.md',
    'a-b/SKILL.md',
    'a.b/SKILL.md',
    'a/b/AGENTS.md',
    'a/z/SKILL.md',
    'b/SKILL.md',
  ];
  for (const name of names) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), 'Be kind.');
  }
  opened.length = 0;
  const files: string[] = [];
  const openedBefore: number[] = [];
  for await (const file of eachFile([folder], prompts, {}, { errors: [], outside: [] })) {
    files.push(path.relative(folder, file));
    openedBefore.push(opened.length);
  }
  expect(files).toEqual([...names].sort());
  expect(openedBefore[0]).toBe(2);
  expect(openedBefore.at(-2)).toBeLessThan(opened.length);
});

it('tells of what is to be included and cannot be', async () => {
  const { files, errors } = await listFiles([path.join(folder, 'a/b')], prompts, { include: ['../*.md'] });
  expect(files).toEqual([`${folder}/a/b/AGENTS.md`]);
  expect(errors).toEqual([{ path: '../*.md', error: expect.stringMatching(/^"\.\.\/\*\.md" leads out of/) }]);
});

it('a folder that is named and cannot be opened does not count as empty', async () => {
  const closed = path.join(folder, CLOSED);
  expect(await listFiles([closed])).toMatchObject({ files: [], errors: [{ path: closed }] });
});

it('names what it finds in the current folder without a dot', async () => {
  const before = process.cwd();
  process.chdir(folder);
  try {
    const { files, errors } = await listFiles(['.']);
    expect(files).toEqual(['a/AGENTS.md', 'a/b/AGENTS.md']);
    expect(errors.map(({ path }) => path).sort()).toEqual([`a/${CLOSED}`, CLOSED]);
  } finally {
    process.chdir(before);
  }
});

it('a folder without a prompt is reported, even beside one that has some', async () => {
  mkdirSync(path.join(folder, 'empty/deep'), { recursive: true });
  writeFileSync(path.join(folder, 'empty/deep/notes.txt'), 'Be kind.');
  const { files, errors } = await listFiles([path.join(folder, 'empty'), path.join(folder, 'a/b')]);
  expect(files).toEqual([`${folder}/a/b/AGENTS.md`]);
  expect(errors).toEqual([
    { path: `${folder}/empty`, error: expect.stringMatching(/^No prompt was recognised in ".*empty"/) },
  ]);
});

it('files that are named are read, each once, whether or not a named folder holds them', async () => {
  const [named, other] = ['a/AGENTS.md', 'a/other.md'].map((name) => path.join(folder, name)) as [
    string,
    string,
  ];
  const { files } = await listFiles([
    other,
    named,
    path.join(folder, 'a/b'),
    path.join(folder, 'a'),
    other,
    named,
  ]);
  expect(files).toEqual([other, named, `${folder}/a/b/AGENTS.md`]);
});

describe('what the names of files say', () => {
  const put = (name: string, text = 'Be kind.') => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  const inside = (each: string) => path.relative(folder, each).replaceAll('\\', '/');

  it('counts from the folder that was named, with its own name', async () => {
    put('shop/prompts/mail.txt');
    put('shop/prompts/lib/mail.py');
    expect((await listFiles([path.join(folder, 'shop/prompts')])).files.map(inside)).toEqual([
      'shop/prompts/mail.txt',
    ]);
    // A folder above it says nothing about its files.
    put('prompts/shop/notes.txt');
    expect((await listFiles([path.join(folder, 'prompts/shop')])).files).toEqual([]);
  });

  it('does not matter for programs: those that may hand a prompt to a model count', async () => {
    put('bot/ask.py', 'client.chat(messages=[{"role": "user", "content": question}])');
    put('bot/sum.go', 'package sum\n\nfunc Sum(a, b int) int { return a + b }');
    put('bot/notes.txt', 'You are a helpful clerk.');
    expect((await listFiles([path.join(folder, 'bot')])).files.map(inside)).toEqual(['bot/ask.py']);
  });

  it('counts for agents/*.md only where it begins as an agent', async () => {
    put(
      'plugin/agents/reviewer.md',
      '---\nname: code-reviewer\ndescription: Reviews code.\n---\nYou review code.',
    );
    put('plugin/agents/smith.md', '---\nname: Ann Smith\ndescription: Sells houses in Leeds.\n---\nCall me.');
    put('plugin/agents/README.md', '# Agents');
    expect((await listFiles([path.join(folder, 'plugin')])).files.map(inside)).toEqual([
      'plugin/agents/reviewer.md',
    ]);
  });

  it('does not count where a glob includes it', async () => {
    put('mails/one.eml');
    put('mails/AGENTS.md');
    const { files } = await listFiles([path.join(folder, 'mails')], prompts, { include: ['**/*.eml'] });
    expect(files.map(inside)).toEqual(['mails/AGENTS.md', 'mails/one.eml']);
  });

  it('is told, with the way out, where none of them is a prompt', async () => {
    put('plain/notes.txt');
    const { errors } = await listFiles([path.join(folder, 'plain')]);
    expect(errors[0]?.error).toMatch(/AGENTS\.md.*docs\/prompts\.md.*Name a file.*--include.*--no-ignore/);
  });
});

describe('.gitignore', () => {
  const put = (name: string, text = 'Be kind.') => {
    mkdirSync(path.dirname(path.join(folder, 'repo', name)), { recursive: true });
    writeFileSync(path.join(folder, 'repo', name), text);
  };
  const listed = async (named: string, ignored = true) =>
    (await listFiles([path.join(folder, 'repo', named)], prompts, { ignored })).files.map((each) =>
      path.relative(path.join(folder, 'repo'), each).replaceAll('\\', '/'),
    );

  beforeEach(() => {
    put('.git/HEAD', 'ref: refs/heads/main');
    put('.gitignore', 'dist/\n*.local.md\n/docs/*\n!/docs/kept\n');
    for (const name of ['AGENTS.md', 'CLAUDE.local.md', 'dist/AGENTS.md', 'web/dist/AGENTS.md']) put(name);
    for (const name of ['docs/old/AGENTS.md', 'docs/kept/AGENTS.md', 'web/AGENTS.md', 'web/tmp/SKILL.md'])
      put(name);
    put('web/.gitignore', 'tmp\n!CLAUDE.local.md\n');
    put('web/CLAUDE.local.md');
  });

  it('leaves files out, the nearest one deciding', async () => {
    const kept = ['AGENTS.md', 'docs/kept/AGENTS.md', 'web/AGENTS.md', 'web/CLAUDE.local.md'];
    expect(await listed('.')).toEqual(kept);
    // Those above the folder count too.
    expect(await listed('web')).toEqual(kept.slice(2));
  });

  it('does not count where it is not asked for, nor for what is named', async () => {
    expect(await listed('.', false)).toHaveLength(8 + 1);
    expect(await listed('CLAUDE.local.md')).toEqual(['CLAUDE.local.md']);
    expect(await listed('web/dist')).toEqual(['web/dist/AGENTS.md']);
  });
});

describe.skipIf(process.platform === 'win32')('links', () => {
  const link = (to: string, from: string) => symlinkSync(to, path.join(folder, 'a', from));
  const listed = async (...paths: string[]) => {
    const { files, errors, outside } = await listFiles(paths.map((each) => path.join(folder, each)));
    const inside = (each: string) => path.relative(folder, each);
    return {
      files: files.map(inside),
      errors: errors.map((each) => inside(each.path)),
      outside: outside.map(inside),
    };
  };

  beforeEach(() => {
    rmSync(path.join(folder, `a/${CLOSED}`), { recursive: true });
    mkdirSync(path.join(folder, 'beside'));
    writeFileSync(path.join(folder, 'beside/AGENTS.md'), 'Be kind.');
    writeFileSync(path.join(folder, 'beside/other.md'), 'Be kind.');
  });

  it('to folders lead into each folder of the tree once, and never in a circle', async () => {
    link('b', '.early');
    link('../a', 'itself');
    link('.', 'circle');
    mkdirSync(path.join(folder, 'a/one'));
    mkdirSync(path.join(folder, 'a/two'));
    link('../two', 'one/to');
    link('../one', 'two/to');
    expect(await listed('a')).toEqual({ files: ['a/AGENTS.md', 'a/b/AGENTS.md'], errors: [], outside: [] });
  });

  it('that give files of the tree the name of a prompt are read', async () => {
    mkdirSync(path.join(folder, 'a/b/rules'));
    writeFileSync(path.join(folder, 'a/b/rules/tone.md'), 'Be kind.');
    mkdirSync(path.join(folder, 'a/.cursor'));
    link('../b/rules', '.cursor/rules');
    link('other.md', 'CLAUDE.md');
    link('AGENTS.md', 'GEMINI.md');
    expect((await listed('a')).files).toEqual([
      'a/AGENTS.md',
      'a/b/AGENTS.md',
      'a/.cursor/rules/tone.md',
      'a/CLAUDE.md',
    ]);
  });

  it('out of the tree are reported and not followed', async () => {
    link('../beside', 'out');
    link('../beside/other.md', 'CLAUDE.md');
    expect(await listed('a')).toEqual({
      files: ['a/AGENTS.md', 'a/b/AGENTS.md'],
      errors: [],
      outside: ['a/out', 'a/CLAUDE.md'],
    });
  });

  it('are read where they are named, whether they lead to a folder or to a file', async () => {
    link('../beside', 'out');
    link('other.md', 'linked.md');
    expect((await listed('a/out', 'a/linked.md', 'a/other.md')).files).toEqual([
      'a/out/AGENTS.md',
      'a/linked.md',
      'a/other.md',
    ]);
  });

  it('out of the tree do not make a folder clean', async () => {
    rmSync(path.join(folder, 'a/b'), { recursive: true });
    rmSync(path.join(folder, 'a/AGENTS.md'));
    link('../beside/other.md', 'CLAUDE.md');
    expect(await listed('a')).toEqual({ files: [], errors: ['a'], outside: ['a/CLAUDE.md'] });
  });
});
