/** The thread that scans texts: long ones take longer than the extension host may be kept waiting. */
import { parentPort } from 'node:worker_threads';
import { detect } from '../../detection/detect';
import { readPrompt } from '../../prompts/readPrompt';
import { Channel, type Params, type Transport } from '../../protocol/channel';
import { packPrompt } from '../../protocol/prompt';
import { scannerMethods } from '../../protocol/scanner';
import { z } from '../../protocol/schema';

const host: Transport = {
  post: (message) => parentPort?.postMessage(message),
  onMessage(listener) {
    parentPort?.on('message', listener);
    return () => parentPort?.off('message', listener);
  },
};

const read = ({ text, path, languageId, untrusted }: Params<typeof scannerMethods, 'read'>) => {
  const prompt = readPrompt(text, { path, languageId });
  return { prompt, findings: detect(text, prompt, { untrusted }) };
};

new Channel(host, {
  calls: {},
  serves: scannerMethods,
  handlers: {
    read: (params) => {
      const { prompt, findings } = read(params);
      return { prompt: packPrompt(prompt), findings };
    },
    scan: (params) => read(params).findings,
  },
  progress: z.unknown(),
});
