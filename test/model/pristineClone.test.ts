import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { version } from '../../package.json';
import { namedCommands } from './namedCommands';
import { runWithoutNetwork } from './withoutNetwork';

const root = path.resolve(import.meta.dirname, '../..');

/** How a command of the pages is tried in a clone that holds what git holds and nothing else. */
interface Trial {
  /** What is run in its place. */
  as?: string;
  /** Commands that the pages say come first. */
  after?: string[];
  /** Files of the person who types it: where → the file of the clone that stands in for it. */
  given?: Record<string, string>;
  exit: number;
  /** Files that it leaves. */
  leaves?: string[];
  says?: RegExp;
}

const built = ['npm run build'];
const bundles = ['dist/cli.js', 'dist/extension.js', 'dist/inference.js', 'dist/panel.js', 'dist/report.js'];
const example = 'media/examples/support-mail.prompt.md';
const zoo = 'test/fixtures/zoo/heads-last';

const trials: Record<string, Trial> = {
  'npm ci': { as: 'npm ci --dry-run --offline', exit: 0 },
  'npm run demo': { exit: 0, leaves: ['out/demo.html'], says: /override\// },
  'npm run build': { exit: 0, leaves: bundles },
  'node dist/cli.js scan prompts/': {
    after: built,
    given: { 'prompts/mail.prompt.md': example },
    exit: 1,
    says: /mail\.prompt\.md\n +\d+:\d+ /,
  },
  'node dist/cli.js scan --format sarif --out findings.sarif .': {
    after: built,
    exit: 1,
    leaves: ['findings.sarif'],
  },
  'node dist/cli.js analyze my.prompt.md': {
    after: built,
    given: { 'my.prompt.md': example },
    exit: 1,
    says: /override\//,
  },
  'node dist/cli.js analyze AGENTS.md --as system': {
    after: built,
    given: { 'AGENTS.md': example },
    exit: 1,
    says: /override\//,
  },
  'node dist/cli.js analyze my.prompt.md --format html --out report.html': {
    after: built,
    given: { 'my.prompt.md': example },
    exit: 1,
    leaves: ['report.html'],
  },
  'node dist/cli.js analyze my.prompt.md --generate 20 --counterfactual 6:1-6:70': {
    after: built,
    given: { 'my.prompt.md': example },
    exit: 1,
    says: /Passage: remove/,
  },
  'node dist/cli.js compare before.prompt.md after.prompt.md': {
    after: built,
    given: { 'before.prompt.md': example, 'after.prompt.md': example },
    exit: 0,
    says: /Nothing changed: the model reads the same tokens\./,
  },
  'node dist/cli.js test media/examples': {
    after: built,
    exit: 0,
    says: /^PASSED: 3 tests, read by SmolLM2-135M-Instruct: 3 passed, 0 failed, 0 errors\.$/m,
  },
  'node dist/cli.js test media/examples --format json --out out/mail.prompt-results.json': {
    after: built,
    exit: 0,
    leaves: ['out/mail.prompt-results.json'],
    says: /^PASSED: 3 tests/m,
  },
  'node dist/cli.js extract model.onnx --inputs inputs.json --out maps.safetensors': {
    after: built,
    given: { 'model.onnx': `${zoo}/model.onnx`, 'inputs.json': `${zoo}/inputs.json` },
    exit: 0,
    leaves: ['maps.safetensors'],
  },
  'node dist/cli.js study --input-jsonl test/fixtures/study/example.jsonl --generate 4 --out study.md': {
    after: built,
    exit: 0,
    leaves: ['study.md'],
  },
  'npm run package': {
    exit: 0,
    leaves: [`out/attnscope-${process.platform}-${process.arch}-${version}.vsix`],
  },
  'npm run format': { exit: 0 },
  'npm run schemas': { exit: 0 },
  'npx tsx scripts/writeChecks.ts': { exit: 0, says: /Written: media\/checks/ },
  'npx tsx scripts/writeModelTable.ts': { exit: 0 },
  'npm run study:texts': { exit: 0 },
  'npm run notices': { exit: 0 },
  'npm run rules': { exit: 0 },
  'npm run eval:detection': { exit: 0, says: /Skipped|kind/ },
  'npm run eval:evidence': { exit: 0, says: /Skipped/ },
  'npm run eval:monitor': { exit: 0, says: /Skipped/ },
  'npm run eval:patterns': { exit: 0, says: /Skipped/ },
  'npx vitest run --config test/vitest.config.ts --project unit test/unit/detection': {
    exit: 0,
    says: /passed/,
  },
};

/** Commands that are tried in another way or not at all, and why. */
const others: Record<string, string> = {
  'git clone <address of this repository> attnscope': 'all tests below begin with it',
  'npm run watch': 'has a test of its own below, since it never ends',
  'npm test': 'runs this test',
  'npm run check': 'npm test begins with it, before anything is built',
  'npm run test:unit': 'one folder of it is tried, without the build that the runner makes first',
  'npm run test:model': 'runs this test',
  'npm run test:zoo': 'as test:unit',
  'npm run test:webview': 'as test:unit',
  'npm run test:extension': 'as test:unit',
  'npm run test:slow': 'takes an hour',
  'npm run eval:detection -- --peers FOLDER': 'needs two other scanners out of npm',
  'npm run eval:languages': 'needs manuals out of packages of Debian',
  'npm run test:setup': 'installs a browser into the system',
  'xvfb-run npm test': 'npm test with a display',
  'npm run bench': 'takes minutes',
  'npm run pictures': 'takes pictures of a window, for looking at',
  'node dist/cli.js calibrate --clean media/examples/notes.jsonl --tokens 96 --head-files 0 --false-alarms 0.1 --out calibrated':
    'test/model/cli/calibrate.test.ts runs it',
  'npm run build:model': 'downloads a wheel',
  'npm run build:model -- WHEEL': 'needs that wheel',
};

const changes = spawnSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
const inGit = changes.status === 0;
if (!inGit) console.log('Skipped: this copy is no git repository, so it cannot be cloned.');
else if (changes.stdout) console.log('The clone is of the last commit: what was changed since is not in it.');

it('each command of the pages and each script has its trial or a reason', () => {
  expect(namedCommands(root)).toEqual([...Object.keys(trials), ...Object.keys(others)].sort());
});

describe.skipIf(!inGit)('in a fresh clone', () => {
  let folder: string;
  let clone: string;
  /** The variables of a person's terminal, not those of npm and vitest, and a home without any cache. */
  let env: NodeJS.ProcessEnv;

  const git = (...args: string[]): string => {
    const { status, stdout, stderr } = spawnSync('git', args, { cwd: clone, encoding: 'utf8' });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  /** Whether a file is there and not empty. */
  const has = (file: string): boolean =>
    (statSync(path.join(clone, file), { throwIfNoEntry: false })?.size ?? 0) > 0;
  /** Gives the clone back as git made it, the linked packages aside. */
  const reset = (): void => {
    git('checkout', '--quiet', '.');
    git('clean', '-ffdxq', '-e', 'node_modules');
  };

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'attnscope-clone-'));
    clone = path.join(folder, 'attnscope');
    spawnSync('git', ['clone', '--quiet', root, clone], { stdio: 'inherit' });
    symlinkSync(path.join(root, 'node_modules'), path.join(clone, 'node_modules'), 'junction');
    // Git ignores it as a folder, not as a link.
    writeFileSync(path.join(clone, '.git/info/exclude'), 'node_modules\n');
    const kept = Object.entries(process.env).filter(
      ([name]) => !/^(npm_(package|lifecycle)|INIT_CWD|VITEST|NODE_ENV|GIT_)/.test(name),
    );
    env = { ...Object.fromEntries(kept), HOME: folder };
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('nothing is there that git ignores', () => {
    expect(git('status', '--porcelain', '--ignored')).toBe('!! node_modules\n');
  });

  it.each(Object.entries(trials))(
    '%s',
    (command, { as = command, after = [], given = {}, exit, leaves = [], says = /./ }) => {
      reset();
      for (const [file, source] of Object.entries(given))
        cpSync(path.join(clone, source), path.join(clone, file));
      for (const first of after) expect(runWithoutNetwork(first, clone, env)).toMatchObject({ status: 0 });
      const { status, output } = runWithoutNetwork(as, clone, env);
      expect(status, output).toBe(exit);
      expect(output).toMatch(says);
      expect(
        leaves.filter((file) => !has(file)),
        output,
      ).toEqual([]);
      expect(git('diff', '--stat'), 'files of the repository are as they were').toBe('');
    },
  );

  it('npm run watch', async () => {
    reset();
    const child = spawn('npm', ['run', 'watch'], {
      cwd: clone,
      env,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    try {
      let told = '';
      for await (const chunk of child.stderr) {
        told += String(chunk);
        if (bundles.every(has)) break;
      }
      expect(bundles.filter((file) => !has(file))).toEqual([]);
      expect(told).toContain('[watch] build finished');
    } finally {
      process.kill(-child.pid!);
      await once(child, 'close');
    }
  });
});
