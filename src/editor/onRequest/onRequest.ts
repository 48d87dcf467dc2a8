/** What is rarely asked for: a program of its own, `dist/onRequest.js`, so that VS Code starts without it. */
export { chooseAnalysis } from './chooseAnalysis';
export { attentionInWords } from './attentionInWords';
export { chooseGraph } from './model/chooseGraph';
export { chooseModel, useBundledModel, useModel } from './model/chooseModel';
export { clearCache } from './clearCache';
export { compareTexts } from './compare/compareTexts';
export { atRevision } from './compare/revisions';
export { documentMeant, savedAndUnsaved, selectedTexts } from './compare/textsToCompare';
export { copyMarkdown } from './copyMarkdown';
export { exportReport } from './exportReport';
export { includeDocument } from './includeDocument';
export { prepareScan, scanForAgent } from './scanForAgent';
export { scanWorkspace } from './scanWorkspace';
export { shadeEditor } from './shadeEditor';
export { suppressFinding } from './suppressFinding';
export { createAlerts } from '../alerts/alerts';
export { showWhy, whyPage } from './whyPage';
export { WorkspaceFindings } from '../workspaceScan/workspaceFindings';
