/** Prompt tests in the editor: a program of its own, `dist/promptTests.js`, so that VS Code starts without it. */
export { startPromptTests } from './startPromptTests';
export { showResults } from './resultsEditor';
