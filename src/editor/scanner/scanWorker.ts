/** The thread that scans texts: long ones take longer than the extension host may be kept waiting. */
import { parentPort } from 'node:worker_threads';
import { readDocument } from '../../analysis/readDocument';
import { explainFindings, fixFindings, scanForEditor } from './scanForEditor';
import { describeRules } from '../../detection/describeRules';
import { Channel, type Transport } from '../../protocol/borders/channel';
import { FoldersProgress, scannerMethods } from '../../protocol/borders/scanner';
import { scanFolders } from './scanFolders';

const host: Transport = {
  post: (message) => parentPort?.postMessage(message),
  onMessage(listener) {
    parentPort?.on('message', listener);
    return () => parentPort?.off('message', listener);
  },
};

new Channel(host, {
  calls: {},
  serves: scannerMethods,
  handlers: {
    fix: fixFindings,
    read: readDocument,
    scan: scanForEditor,
    scanFolders: ({ folders }, { progress }) => scanFolders(folders, progress),
    why: explainFindings,
    rules: () => ({ rules: describeRules() }),
  },
  progress: FoldersProgress,
});
