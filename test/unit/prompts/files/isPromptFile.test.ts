import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isPromptFile, pathPattern } from '../../../../src/prompts/files/isPromptFile';
import { allKinds, type PromptFileKind, promptFileKinds } from '../../../../src/prompts/files/promptFiles';
import { promptFileSources } from '../../../../src/prompts/files/promptFileSources';
import { hasSign } from '../../../../src/prompts/files/signs';

/** Names that files of each glob have in projects; a line per glob of the table, in its order. */
const examples: readonly (readonly string[])[] = [
  ['AGENTS.md', 'agents.md', 'web/Agents.md'],
  ['AGENT.md'],
  ['skills/pdf/SKILL.md'],
  ['skills/pdf/references/forms.md', 'plugins/office/skills/pdf/references/more/fields.md'],
  ['.claude/skills/pdf/forms.md'],
  ['.github/copilot-instructions.md'],
  ['.github/instructions/web.instructions.md'],
  ['.github/prompts/review.prompt.md'],
  ['.github/agents/planner.agent.md'],
  ['.github/chatmodes/plan.chatmode.md'],
  ['.github/agents/planner.md'],
  ['.github/workflows/triage.md'],
  ['CLAUDE.md', '.claude/CLAUDE.md'],
  ['CLAUDE.local.md'],
  ['.claude/rules/web/style.md'],
  ['.claude/agents/reviewer.md'],
  ['.claude/commands/git/commit.md'],
  ['.claude/output-styles/terse.md'],
  [],
  [],
  ['.cursorrules'],
  ['.cursor/rules/style.md'],
  ['.cursor/rules/style.mdc', 'rules/react.mdc'],
  ['.cursor/commands/ship.md'],
  ['.windsurfrules'],
  ['.windsurf/rules/style.md'],
  ['.windsurf/workflows/deploy.md'],
  ['.clinerules'],
  ['.clinerules/01-style.md', '.clinerules/workflows/pr.txt'],
  ['.cline/rules/style.md'],
  ['.roorules'],
  ['.roorules-code'],
  ['.clinerules-architect'],
  ['.roo/rules/style.md', '.roo/rules-code/01-style.txt'],
  ['.roomodes'],
  ['.kilocoderules'],
  ['.kilocode/rules/style.md', '.kilocode/rules-code/style.md'],
  ['.kiro/steering/product.md'],
  ['.amazonq/rules/cdk.md'],
  ['.junie/guidelines.md'],
  ['.aiassistant/rules/style.md'],
  ['.rules'],
  ['.goosehints'],
  ['GEMINI.md'],
  ['.gemini/commands/git/commit.toml'],
  ['.gemini/styleguide.md'],
  ['.agents/rules/style.md', '.agent/workflows/ship.md'],
  ['AGENTS.override.md'],
  ['.codex/agents/reviewer.toml'],
  ['.codex/prompts/review.md'],
  ['.codex/config.toml'],
  ['.continuerules'],
  ['.continue/rules/style.md', '.continue/prompts/review.prompt'],
  ['CONVENTIONS.md'],
  ['.augment-guidelines'],
  ['.augment/guidelines.md'],
  ['.augment/rules/style.mdx'],
  ['.augment/commands/ship.md'],
  ['CRUSH.md', 'crush.md'],
  ['CRUSH.local.md'],
  ['QWEN.md'],
  ['.factory/droids/reviewer.md', '.factory/commands/ship.md'],
  ['.trae/rules/project_rules.md'],
  ['WARP.md'],
  ['.openhands/microagents/repo.md'],
  ['.opencode/agents/reviewer.md', '.opencode/command/ship.md'],
  ['.mcp.json', '.vscode/mcp.json'],
  ['claude_desktop_config.json'],
  ['mcp_config.json', 'cline_mcp_settings.json'],
  ['summary.prompt.yml', 'src/summary.prompt.yaml'],
  ['promptfooconfig.yaml'],
  ['plugins/Mail/Sum/skprompt.txt'],
  ['data/patterns/sum/system.md', 'patterns/sum/user.md'],
  ['src/crew/config/agents.yaml', 'config/tasks.yaml'],
  ['chat.prompty'],
  ['greeting.prompt'],
  ['chat.j2', 'chat.jinja', 'chat_template.jinja2'],
  ['mail.prompt.txt'],
  ['system_prompt.txt', 'bots/SYSTEM-PROMPT-v2.md', 'systemprompt.xml'],
  ['review_prompt.md', 'src/mail-prompts.toml', 'judge_prompts.csv'],
  ['prompts/mail.txt', 'src/prompts/de/mail.yaml'],
  ['prompts.csv', 'src/prompts.json'],
  [],
  [],
  ['llms.txt', 'docs/llms-full.txt'],
];

describe('each line of the table', () => {
  const globs = allKinds.flatMap(({ globs, needs }) => globs.map((glob) => ({ glob, needs })));
  it('has its examples', () => expect(examples).toHaveLength(globs.length));

  it.each(globs.map(({ glob, needs }, line) => [glob, needs, examples[line] ?? []] as const))(
    '%s',
    (glob, needs, paths) => {
      if (needs === undefined) expect(paths).not.toEqual([]);
      for (const path of paths) {
        expect(path).toMatch(new RegExp(pathPattern([glob]), 'i'));
        expect(isPromptFile(path)).toBe(true);
        expect(isPromptFile(`shop/${path}`)).toBe(true);
        expect(isPromptFile(`C:\\work\\${path.replaceAll('/', '\\')}`)).toBe(true);
      }
    },
  );

  it('names a page, over a safe connection, and may stand in any folder', () => {
    for (const source of Object.values(promptFileSources))
      expect(source).toMatch(/^https:\/\/[a-z\d.]+(\/[\w./-]*)?$/i);
    for (const { globs } of allKinds) {
      for (const glob of globs) expect(glob).toMatch(/^\*\*\/[^*]|^\*\*\/\*[.{]/);
    }
  });
});

describe('files that only look like prompts', () => {
  it.each([
    'docs/prompt.txt',
    'system.md.txt',
    'patterns/system.txt',
    'prompt.py',
    'prompts/zsh/prompt.sh',
    'prompts/prompt.zsh-theme',
    'prompts/index.ts',
    'AGENTS.md/notes.txt',
    'agents.ts',
    'mcp.jsonc',
    '.cursor/rules.txt',
    'system.txt',
    'robots.txt',
    'lint.rules',
  ])('%s', (path) => expect(isPromptFile(path)).toBe(false));

  it.each([
    'README.md',
    'docs/prompt.md',
    'src/prompts.md',
    'MYAGENTS.md',
    'rules/style.md',
    'references/api.md',
    'docs/references/skills.md',
    'commands/build.md',
    'patterns/observer/README.md',
    'system.md',
  ])('%s, but for front matter of a subagent or command', (path) =>
    expect(isPromptFile(path)).toBe('front matter of a subagent or command'),
  );
});

describe('*.md anywhere', () => {
  const isOne = (text: string) => hasSign(text, 'front matter of a subagent or command');

  it.each([
    [
      'a subagent',
      '---\nname: api-designer\ndescription: Designs APIs.\ntools: Read, Write\nmodel: sonnet\n---\nGo.',
    ],
    ['a command', '---\ndescription: Ships it.\nallowed-tools: Bash(git push:*)\n---\nShip.'],
    ['a command with arguments', '---\nargument-hint: [issue]\ndescription: Fixes one.\n---\nFix $1.'],
  ])('counts with the front matter of %s', (_, text) => expect(isOne(text)).toBe(true));

  it.each([
    ['a page', '---\ntitle: Tools\ndescription: All of them.\n---\n'],
    ['a page with a name like an agent', '---\nname: code-reviewer\ndescription: A page.\n---\n'],
    ['a page of a shop', '---\nname: Drill\ndescription: Drills.\ntools: drill\nmodel: X1\n---\n'],
    ['no front matter', '# Agents\n'],
  ])('does not count with that of %s', (_, text) => expect(isOne(text)).toBe(false));
});

describe('tables and data of programs', () => {
  it('count with a sign', () => {
    expect(isPromptFile('data/acts.csv')).toBe('a column of prompts');
    for (const path of ['config/tasks.yml', '.github/workflows/ci.yml', 'my-mcp.json', 'pyproject.toml'])
      expect(isPromptFile(path)).toBe('fields of a prompt');
  });

  it.each([
    'act,prompt\n',
    '"Act","Prompt"\r\na,b',
    'prompt',
    '\ufeffSystem Prompt;User Prompt\n',
    'id\tuser_prompt',
  ])('a column of prompts: %s', (text) => expect(hasSign(text, 'a column of prompts')).toBe(true));

  it.each(['name,text\nprompt,x\n', 'prompt_tokens,cost\n', 'promptness\n', 'A prompt, reply\n', ''])(
    'no column of prompts: %s',
    (text) => expect(hasSign(text, 'a column of prompts')).toBe(false),
  );

  it.each([
    '{"node": {"systemMessage": "Be kind."}}',
    'app:\n  pre_prompt: Be kind.\n',
    'nodes:\n- data:\n    prompt_template:\n    - role: system\n',
    '{"_type": "prompt", "template_format": "f-string"}',
    'developer_instructions = "Be kind."',
    'prompt = """\nBe kind.\n"""',
  ])('fields of a prompt: %s', (text) => expect(hasSign(text, 'fields of a prompt')).toBe(true));

  it.each([
    '{"prompt": "Press a key", "message": "Done"}',
    'on: push\njobs:\n  system: linux\n',
    '[project]\nname = "prompt"\ninstructions = "README.md"\n',
    '{"showSystemPrompts": true, "systemPrompter": "x"}',
  ])('no fields of a prompt: %s', (text) => expect(hasSign(text, 'fields of a prompt')).toBe(false));
});

describe('agents/*.md', () => {
  const isAgent = (text: string) => hasSign(text, 'agent front matter');

  it('counts only where it begins as an agent', () =>
    expect(isPromptFile('agents/ann.md')).toBe('agent front matter'));

  it.each([
    ['a name as agents have it', '---\nname: code-reviewer\ndescription: Reviews code.\n---\n'],
    ['in quotation marks', '---\r\nname: "code-reviewer"\r\ndescription: Reviews code.\r\n---\r\nGo.'],
    ['tools', '---\nname: Frontend Developer\ndescription: Builds pages.\ntools: Read, Grep\n---\nGo.'],
    ['a mode, behind a byte order mark', '\ufeff---\ndescription: Builds.\nmode: subagent\n---\n'],
  ])('%s', (_, text) => expect(isAgent(text)).toBe(true));

  it.each([
    ['a person', '---\nname: Ann Smith\ndescription: Sells houses.\n---\nCall me.'],
    ['a page', '---\ntitle: Agents\nlayout: page\n---\n'],
    ['no description', '---\nname: code-reviewer\n---\n'],
    ['no front matter', '# Agents\n---\nname: code-reviewer\ndescription: x\n---\n'],
    ['front matter that does not end', '---\nname: code-reviewer\ndescription: x\n'],
    ['nothing', ''],
  ])('is no agent: %s', (_, text) => expect(isAgent(text)).toBe(false));

  it('is told in time from text made to be slow to read', () => {
    const start = performance.now();
    isAgent('---\n' + 'a:    \n'.repeat(200_000));
    isAgent('---' + '\n---x'.repeat(200_000));
    // As long as a path may be.
    isPromptFile('/.roo/rules-'.repeat(340) + 'x');
    expect(performance.now() - start).toBeLessThan(500);
  });
});

it('docs/prompts.md has the same table', () => {
  const page = readFileSync(path.resolve(import.meta.dirname, '../../../../docs/prompts.md'), 'utf8');
  const [, table] = /\| read by.*\n\|.*\n((?:\|.*\n)+)/.exec(page)!;
  const rows = table!.trim().split('\n');
  expect(rows.map((row) => row.split('|').slice(1, -1).join('|').replace(/ +/g, ' ').trim())).toEqual(
    Object.entries<PromptFileKind>(promptFileKinds).map(([reader, { globs, needs }]) => {
      const names = globs.map((glob) => `\`${glob.slice('**/'.length)}\``).join(', ');
      return `[${reader}](${promptFileSources[reader as keyof typeof promptFileKinds]}) | ${names}${needs === undefined ? '' : `, with ${needs}`}`;
    }),
  );
});
