/** The thread that scans texts: long ones take longer than the extension host may be kept waiting. */
import { parentPort } from 'node:worker_threads';
import { fixFindings, readDocument, scanForEditor } from '../../analysis/readDocument';
import { Channel, type Transport } from '../../protocol/borders/channel';
import { scannerMethods } from '../../protocol/borders/scanner';
import { z } from '../../protocol/schema';

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
  },
  progress: z.unknown(),
});
