/**
 * What talks to threads, processes and pages: a program of its own, `dist/borders.js`, with the schemas of all that
 * crosses these borders, so that VS Code starts without it.
 */
export { createInferenceClient } from '../inference/client/createInferenceClient';
export { panelHandlers } from './panel/panelHandlers';
export { Session } from './panel/session';
export { startThread } from './scanner/scannerThread';
