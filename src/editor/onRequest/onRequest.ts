/** What is rarely asked for: a program of its own, `dist/onRequest.js`, so that VS Code starts without it. */
export { chooseAnalysis } from './chooseAnalysis';
export { attentionInWords } from './attentionInWords';
export { chooseModel, useBundledModel } from './chooseModel';
export { clearCache } from './clearCache';
export { copyMarkdown } from './copyMarkdown';
export { exportReport } from './exportReport';
export { includeDocument } from './includeDocument';
export { shadeEditor } from './shadeEditor';
export { createAlerts } from '../alerts/alerts';
