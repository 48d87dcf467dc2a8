/** What reads a prompt with a model: a program of its own, `dist/analysis.js`, so that VS Code starts without it. */
export { analyze } from '../../analysis/analyze';
export { scorePrompt } from '../../analysis/scorePrompt';
export { graphChoices } from '../../model/files/graphChoices';
