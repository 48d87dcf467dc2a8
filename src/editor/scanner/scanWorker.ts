/** The thread that scans texts: long ones take longer than the extension host may be kept waiting. */
import { parentPort } from 'node:worker_threads';
import { readDocument } from '../../analysis/readDocument';
import { explainFindings, fixFindings, scanForEditor } from './scanForEditor';
import { describeRules } from '../../detection/describeRules';
import { Channel, type Transport } from '../../protocol/borders/channel';
import { FoldersProgress, scannerMethods, type OnDisk } from '../../protocol/borders/scanner';
import type { Source } from '../../protocol/document';
import { commentFor } from './commentFor';
import { memoryOf } from './memories';
import { scanFolders } from './scanFolders';
import { decidedNear, settingsNear } from './settingsNear';

const host: Transport = {
  post: (message) => parentPort?.postMessage(message),
  onMessage(listener) {
    parentPort?.on('message', listener);
    return () => parentPort?.off('message', listener);
  },
};

/** A request with the settings that stand beside its text. */
const withSettings =
  <P extends Source & { disk?: OnDisk | undefined }, R>(run: (params: P) => Promise<R>) =>
  async (params: P): Promise<R> =>
    run(params.disk ? { ...params, settings: await settingsNear(params.disk) } : params);

new Channel(host, {
  calls: {},
  serves: scannerMethods,
  handlers: {
    fix: withSettings(fixFindings),
    read: withSettings(readDocument),
    scan: withSettings(({ disk, ...source }: Source & { disk?: OnDisk | undefined }) => {
      const { settings, path = '' } = source;
      return scanForEditor(source, memoryOf(disk?.file ?? path, JSON.stringify(settings ?? null)));
    }),
    scanFolders: ({ folders }, { progress }) => scanFolders(folders, progress),
    decides: ({ disk }) => decidedNear(disk),
    why: withSettings(explainFindings),
    suppression: async ({ finding, wanted, ...source }) => ({
      edit: (await commentFor(source, finding, wanted)) ?? null,
    }),
    ready: () => ({}),
    rules: () => ({ rules: describeRules() }),
  },
  progress: FoldersProgress,
});
