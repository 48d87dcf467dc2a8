/** Languages that VS Code gives to prompt files of its own kinds. */
export const promptLanguages: readonly string[] = ['prompt', 'instructions', 'chatagent', 'skill'];

/**
 * Files that hold prompts by their name: the kinds that VS Code and common agents know.
 * Globs relative to a folder; matched without regard to hidden folders. The menus of package.json repeat them.
 */
export const promptFileGlobs: readonly string[] = [
  '**/*.prompt.md',
  '**/*.instructions.md',
  '**/copilot-instructions.md',
  '**/*.agent.md',
  '**/*.chatmode.md',
  '**/SKILL.md',
  '**/AGENTS.md',
  '**/CLAUDE.md',
  '**/GEMINI.md',
  '**/.cursorrules',
  '**/.cursor/rules/**/*.mdc',
  '**/*.prompty',
  '**/*.jinja',
  '**/*.jinja2',
  '**/mcp.json',
  '**/*.prompt',
  '**/*.prompt.txt',
];
