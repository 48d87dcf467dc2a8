/** Languages that VS Code gives to prompt files of its own kinds. */
export const promptLanguages: readonly string[] = ['prompt', 'instructions', 'chatagent', 'skill'];

/** What makes a prompt of a file whose name does not say so, where its text has it. */
export type Sign =
  | 'agent front matter'
  | 'front matter of a subagent or command'
  | 'a column of prompts'
  | 'fields of a prompt';

/** Files that hold prompts by their name. */
export interface PromptFileKind {
  /** As globs, in any case of letters; each may stand in any folder. */
  globs: readonly string[];
  /** A name that other files have too: only with a sign that tells. */
  needs?: Sign;
}

/** Endings of texts, as against programs, in folders that hold prompts by their name. */
const TEXT = '{md,mdx,txt,xml,json,jsonl,yaml,yml,toml,csv,tsv,prompt,hbs,mustache,liquid,tmpl}';

/**
 * All kinds, by what reads them; the page that says so stands in promptFileSources.ts, which VS Code starts without. The
 * menus of package.json and docs/prompts.md repeat them.
 */
export const promptFileKinds = {
  'Many agents': { globs: ['**/AGENTS.md', '**/AGENT.md'] },
  'Agent Skills': { globs: ['**/SKILL.md', '**/skills/**/references/**/*.md'] },
  'Claude Code, skills': { globs: ['**/.claude/skills/**/*.md'] },
  'Copilot and VS Code, instructions': { globs: ['**/copilot-instructions.md', '**/*.instructions.md'] },
  'Copilot and VS Code, prompts': { globs: ['**/*.prompt.md'] },
  'Copilot and VS Code, agents': {
    globs: ['**/*.agent.md', '**/*.chatmode.md', '**/.github/agents/**/*.md'],
  },
  'GitHub Agentic Workflows': { globs: ['**/.github/workflows/**/*.md'] },
  'Claude Code, memory': { globs: ['**/CLAUDE.md', '**/CLAUDE.local.md', '**/.claude/rules/**/*.md'] },
  'Claude Code, agents': { globs: ['**/.claude/agents/**/*.md'] },
  'Claude Code, commands': { globs: ['**/.claude/commands/**/*.md'] },
  'Claude Code, output styles': { globs: ['**/.claude/output-styles/**/*.md'] },
  'Claude Code plugins': { globs: ['**/agents/**/*.md'], needs: 'agent front matter' },
  'Collections for Claude Code': { globs: ['**/*.md'], needs: 'front matter of a subagent or command' },
  'Cursor, rules': { globs: ['**/.cursorrules', '**/.cursor/rules/**/*.md', '**/*.mdc'] },
  'Cursor, commands': { globs: ['**/.cursor/commands/**/*.md'] },
  'Windsurf, rules': { globs: ['**/.windsurfrules', '**/.windsurf/rules/**/*.md'] },
  'Windsurf, workflows': { globs: ['**/.windsurf/workflows/**/*.md'] },
  Cline: { globs: ['**/.clinerules', '**/.clinerules/**/*.{md,txt}', '**/.cline/rules/**/*.{md,txt}'] },
  'Roo Code, rules': {
    globs: ['**/.roorules', '**/.roorules-*', '**/.clinerules-*', '**/.roo/rules{,-*}/**/*.{md,txt}'],
  },
  'Roo Code, modes': { globs: ['**/.roomodes'] },
  'Kilo Code': { globs: ['**/.kilocoderules', '**/.kilocode/rules{,-*}/**/*.{md,txt}'] },
  Kiro: { globs: ['**/.kiro/steering/**/*.md'] },
  'Amazon Q': { globs: ['**/.amazonq/rules/**/*.md'] },
  Junie: { globs: ['**/.junie/guidelines.md'] },
  'JetBrains AI Assistant': { globs: ['**/.aiassistant/rules/**/*.md'] },
  Zed: { globs: ['**/.rules'] },
  Goose: { globs: ['**/.goosehints'] },
  'Gemini CLI, memory': { globs: ['**/GEMINI.md'] },
  'Gemini CLI, commands': { globs: ['**/.gemini/commands/**/*.toml'] },
  'Gemini Code Assist': { globs: ['**/.gemini/styleguide.md'] },
  Antigravity: { globs: ['**/.agent{,s}/{rules,workflows}/**/*.md'] },
  'Codex, memory': { globs: ['**/AGENTS.override.md'] },
  'Codex, agents': { globs: ['**/.codex/agents/**/*.toml'] },
  'Codex, prompts': { globs: ['**/.codex/prompts/**/*.md'] },
  'Codex, settings': { globs: ['**/.codex/config.toml'] },
  Continue: { globs: ['**/.continuerules', '**/.continue/{rules,prompts}/**/*.{md,prompt}'] },
  Aider: { globs: ['**/CONVENTIONS.md'] },
  'Augment, rules': {
    globs: ['**/.augment-guidelines', '**/.augment/guidelines.md', '**/.augment/rules/**/*.{md,mdx}'],
  },
  'Augment, commands': { globs: ['**/.augment/commands/**/*.md'] },
  Crush: { globs: ['**/CRUSH.md', '**/CRUSH.local.md'] },
  'Qwen Code': { globs: ['**/QWEN.md'] },
  Factory: { globs: ['**/.factory/{droids,commands}/**/*.md'] },
  Trae: { globs: ['**/.trae/rules/**/*.md'] },
  Warp: { globs: ['**/WARP.md'] },
  OpenHands: { globs: ['**/.openhands/{microagents,skills}/**/*.md'] },
  OpenCode: { globs: ['**/.opencode/{agent,command}{,s}/**/*.md'] },
  'MCP clients': {
    globs: [
      '**/{,.}mcp.json',
      '**/claude_desktop_config.json',
      '**/{mcp_config,mcp_settings,cline_mcp_settings}.json',
    ],
  },
  'GitHub Models': { globs: ['**/*.prompt.{yml,yaml}'] },
  promptfoo: { globs: ['**/promptfooconfig.{yaml,yml,json}'] },
  'Semantic Kernel': { globs: ['**/skprompt.txt'] },
  Fabric: { globs: ['**/patterns/**/{system,user}.md'] },
  CrewAI: { globs: ['**/config/{agents,tasks}.yaml'] },
  Prompty: { globs: ['**/*.prompty'] },
  Dotprompt: { globs: ['**/*.prompt'] },
  'Template engines': { globs: ['**/*.{j2,jinja,jinja2}'] },
  'Programs of one’s own': {
    globs: [
      '**/*.prompt.txt',
      `**/system{_,-,}prompt*.${TEXT}`,
      `**/*{_,-}prompt{,s}.${TEXT}`,
      `**/prompts/**/*.${TEXT}`,
      '**/prompts.{json,jsonl,yaml,yml,toml,csv,tsv}',
    ],
  },
  'Catalogues of prompts': { globs: ['**/*.{csv,tsv}'], needs: 'a column of prompts' },
  'Programs’ data': { globs: ['**/*.{json,yaml,yml,toml}'], needs: 'fields of a prompt' },
  'Agents that browse': { globs: ['**/llms{,-full}.txt'] },
} as const satisfies Readonly<Record<string, PromptFileKind>>;

/** The same in a row. */
export const allKinds: readonly PromptFileKind[] = Object.values(promptFileKinds);
