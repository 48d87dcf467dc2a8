/** Languages that VS Code gives to prompt files of its own kinds. */
export const promptLanguages: readonly string[] = ['prompt', 'instructions', 'chatagent', 'skill'];

/** Front matter that makes a prompt of a file whose name does not say so. */
export type FrontMatter = 'agent front matter' | 'front matter of a subagent or command';

/** Files that hold prompts by their name. */
export interface PromptFileKind {
  /** What reads them. */
  reader: string;
  /** As globs, in any case of letters; each may stand in any folder. */
  globs: readonly string[];
  /** The page that says so. */
  source: string;
  /** A name that other files have too: only with front matter that tells. */
  needs?: FrontMatter;
}

/** Endings of texts, as against programs, in folders that hold prompts by their name. */
const TEXT = '{md,mdx,txt,xml,json,jsonl,yaml,yml,toml,prompt,hbs,mustache,liquid,tmpl}';

/** All kinds, each with the page that says so. The menus of package.json and docs/prompts.md repeat them. */
export const promptFileKinds: readonly PromptFileKind[] = [
  { reader: 'Many agents', globs: ['**/AGENTS.md', '**/AGENT.md'], source: 'https://agents.md' },
  {
    reader: 'Agent Skills',
    globs: ['**/SKILL.md', '**/skills/**/references/**/*.md'],
    source: 'https://agentskills.io/specification',
  },
  {
    reader: 'Claude Code',
    globs: ['**/.claude/skills/**/*.md'],
    source: 'https://code.claude.com/docs/en/skills',
  },
  {
    reader: 'Copilot and VS Code',
    globs: ['**/copilot-instructions.md', '**/*.instructions.md'],
    source: 'https://code.visualstudio.com/docs/agents/reference/custom-instructions-reference',
  },
  {
    reader: 'Copilot and VS Code',
    globs: ['**/*.prompt.md'],
    source: 'https://code.visualstudio.com/docs/agent-customization/prompt-files',
  },
  {
    reader: 'Copilot and VS Code',
    globs: ['**/*.agent.md', '**/*.chatmode.md', '**/.github/agents/**/*.md'],
    source: 'https://code.visualstudio.com/docs/agent-customization/custom-agents',
  },
  {
    reader: 'GitHub Agentic Workflows',
    globs: ['**/.github/workflows/**/*.md'],
    source: 'https://github.github.io/gh-aw/reference/workflow-structure',
  },
  {
    reader: 'Claude Code',
    globs: ['**/CLAUDE.md', '**/CLAUDE.local.md', '**/.claude/rules/**/*.md'],
    source: 'https://code.claude.com/docs/en/memory',
  },
  {
    reader: 'Claude Code',
    globs: ['**/.claude/agents/**/*.md'],
    source: 'https://code.claude.com/docs/en/sub-agents',
  },
  {
    reader: 'Claude Code',
    globs: ['**/.claude/commands/**/*.md'],
    source: 'https://code.claude.com/docs/en/slash-commands',
  },
  {
    reader: 'Claude Code',
    globs: ['**/.claude/output-styles/**/*.md'],
    source: 'https://code.claude.com/docs/en/output-styles',
  },
  {
    reader: 'Claude Code plugins',
    globs: ['**/agents/**/*.md'],
    source: 'https://code.claude.com/docs/en/plugins-reference',
    needs: 'agent front matter',
  },
  {
    reader: 'Collections for Claude Code',
    globs: ['**/*.md'],
    source: 'https://code.claude.com/docs/en/sub-agents',
    needs: 'front matter of a subagent or command',
  },
  {
    reader: 'Cursor',
    globs: ['**/.cursorrules', '**/.cursor/rules/**/*.md', '**/*.mdc'],
    source: 'https://cursor.com/docs/rules',
  },
  {
    reader: 'Cursor',
    globs: ['**/.cursor/commands/**/*.md'],
    source: 'https://github.com/microsoft/apm/pull/1046',
  },
  {
    reader: 'Windsurf',
    globs: ['**/.windsurfrules', '**/.windsurf/rules/**/*.md'],
    source: 'https://docs.windsurf.com/windsurf/cascade/memories',
  },
  {
    reader: 'Windsurf',
    globs: ['**/.windsurf/workflows/**/*.md'],
    source: 'https://docs.windsurf.com/windsurf/cascade/workflows',
  },
  {
    reader: 'Cline',
    globs: ['**/.clinerules', '**/.clinerules/**/*.{md,txt}', '**/.cline/rules/**/*.{md,txt}'],
    source: 'https://docs.cline.bot/customization/cline-rules',
  },
  {
    reader: 'Roo Code',
    globs: ['**/.roorules', '**/.roorules-*', '**/.clinerules-*', '**/.roo/rules{,-*}/**/*.{md,txt}'],
    source: 'https://docs.roocode.com/features/custom-instructions',
  },
  { reader: 'Roo Code', globs: ['**/.roomodes'], source: 'https://docs.roocode.com/features/custom-modes' },
  {
    reader: 'Kilo Code',
    globs: ['**/.kilocoderules', '**/.kilocode/rules{,-*}/**/*.{md,txt}'],
    source: 'https://kilo.ai/docs/customize/custom-rules',
  },
  { reader: 'Kiro', globs: ['**/.kiro/steering/**/*.md'], source: 'https://kiro.dev/docs/steering/' },
  {
    reader: 'Amazon Q',
    globs: ['**/.amazonq/rules/**/*.md'],
    source: 'https://docs.aws.amazon.com/amazonq/latest/qdeveloper-ug/context-project-rules.html',
  },
  {
    reader: 'Junie',
    globs: ['**/.junie/guidelines.md'],
    source: 'https://www.jetbrains.com/help/junie/project-settings.html',
  },
  {
    reader: 'JetBrains AI Assistant',
    globs: ['**/.aiassistant/rules/**/*.md'],
    source: 'https://www.jetbrains.com/help/ai-assistant/configure-project-rules.html',
  },
  { reader: 'Zed', globs: ['**/.rules'], source: 'https://zed.dev/docs/ai/instructions' },
  {
    reader: 'Goose',
    globs: ['**/.goosehints'],
    source: 'https://block.github.io/goose/docs/guides/using-goosehints',
  },
  {
    reader: 'Gemini CLI',
    globs: ['**/GEMINI.md'],
    source: 'https://geminicli.com/docs/cli/gemini-md',
  },
  {
    reader: 'Gemini CLI',
    globs: ['**/.gemini/commands/**/*.toml'],
    source: 'https://geminicli.com/docs/cli/custom-commands',
  },
  {
    reader: 'Gemini Code Assist',
    globs: ['**/.gemini/styleguide.md'],
    source: 'https://developers.google.com/gemini-code-assist/docs/code-review-style-guide',
  },
  {
    reader: 'Antigravity',
    globs: ['**/.agent{,s}/{rules,workflows}/**/*.md'],
    source: 'https://antigravity.codes/blog/user-rules',
  },
  {
    reader: 'Codex',
    globs: ['**/AGENTS.override.md'],
    source: 'https://developers.openai.com/codex/guides/agents-md',
  },
  {
    reader: 'Codex',
    globs: ['**/.codex/agents/**/*.toml'],
    source: 'https://developers.openai.com/codex/subagents',
  },
  {
    reader: 'Continue',
    globs: ['**/.continuerules', '**/.continue/{rules,prompts}/**/*.{md,prompt}'],
    source: 'https://docs.continue.dev/customize/deep-dives/rules',
  },
  {
    reader: 'Aider',
    globs: ['**/CONVENTIONS.md'],
    source: 'https://aider.chat/docs/usage/conventions.html',
  },
  {
    reader: 'Augment',
    globs: ['**/.augment-guidelines', '**/.augment/guidelines.md', '**/.augment/rules/**/*.{md,mdx}'],
    source: 'https://docs.augmentcode.com/cli/rules',
  },
  {
    reader: 'Augment',
    globs: ['**/.augment/commands/**/*.md'],
    source: 'https://docs.augmentcode.com/using-augment/custom-commands',
  },
  {
    reader: 'Crush',
    globs: ['**/CRUSH.md', '**/CRUSH.local.md'],
    source: 'https://mintlify.com/charmbracelet/crush/guides/context-files',
  },
  { reader: 'Qwen Code', globs: ['**/QWEN.md'], source: 'https://github.com/QwenLM/qwen-code' },
  {
    reader: 'Factory',
    globs: ['**/.factory/{droids,commands}/**/*.md'],
    source: 'https://docs.factory.ai/cli/configuration/custom-droids',
  },
  {
    reader: 'Trae',
    globs: ['**/.trae/rules/**/*.md'],
    source: 'https://www.w3cschool.cn/traedocs/rules-for-ai.html',
  },
  { reader: 'Warp', globs: ['**/WARP.md'], source: 'https://docs.warp.dev/agents/capabilities/rules.md' },
  {
    reader: 'OpenHands',
    globs: ['**/.openhands/{microagents,skills}/**/*.md'],
    source: 'https://docs.openhands.dev/openhands/usage/microagents/microagents-overview',
  },
  {
    reader: 'OpenCode',
    globs: ['**/.opencode/{agent,command}{,s}/**/*.md'],
    source: 'https://opencode.ai/docs/agents/',
  },
  {
    reader: 'MCP clients',
    globs: [
      '**/{,.}mcp.json',
      '**/claude_desktop_config.json',
      '**/{mcp_config,mcp_settings,cline_mcp_settings}.json',
    ],
    source: 'https://gofastmcp.com/integrations/mcp-json-configuration',
  },
  {
    reader: 'GitHub Models',
    globs: ['**/*.prompt.{yml,yaml}'],
    source: 'https://docs.github.com/github-models/use-github-models/storing-prompts-in-github-repositories',
  },
  {
    reader: 'promptfoo',
    globs: ['**/promptfooconfig.{yaml,yml,json}'],
    source: 'https://www.promptfoo.dev/docs/configuration/guide/',
  },
  {
    reader: 'Semantic Kernel',
    globs: ['**/skprompt.txt'],
    source:
      'https://learn.microsoft.com/en-us/training/modules/create-plugins-semantic-kernel/7-save-prompts-files',
  },
  {
    reader: 'Fabric',
    globs: ['**/patterns/**/{system,user}.md'],
    source: 'https://github.com/danielmiessler/Fabric',
  },
  {
    reader: 'CrewAI',
    globs: ['**/config/{agents,tasks}.yaml'],
    source: 'https://docs.crewai.com/concepts/agents',
  },
  { reader: 'Prompty', globs: ['**/*.prompty'], source: 'https://github.com/microsoft/prompty' },
  {
    reader: 'Dotprompt',
    globs: ['**/*.prompt'],
    source: 'https://google.github.io/dotprompt/reference/frontmatter',
  },
  {
    reader: 'Template engines',
    globs: ['**/*.{j2,jinja,jinja2}'],
    source: 'https://www.promptfoo.dev/docs/configuration/prompts/',
  },
  {
    reader: 'Programs of one’s own',
    globs: ['**/*.prompt.txt', `**/system{_,-,}prompt*.${TEXT}`, `**/prompts/**/*.${TEXT}`],
    source: 'https://www.promptfoo.dev/docs/configuration/prompts/',
  },
  { reader: 'Agents that browse', globs: ['**/llms{,-full}.txt'], source: 'https://llmstxt.org' },
];
