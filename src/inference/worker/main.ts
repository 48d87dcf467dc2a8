/** The inference process: answers the requests of the process that forked it. */
import { Channel, type Transport } from '../../protocol/borders/channel';
import { inferenceMethods, InferenceProgress, InferenceSettings } from '../../protocol/borders/inference';
import { createHandlers } from './handlers';

const parent: Transport = {
  post: (message) => void process.send?.(message),
  onMessage(listener) {
    process.on('message', listener);
    return () => process.off('message', listener);
  },
};

// The parent is gone: nobody is left to answer to.
process.on('disconnect', () => process.exit(0));
// Ctrl+C in a terminal reaches every process of the group; the parent decides what becomes of this one.
process.on('SIGINT', () => undefined);

const settings = InferenceSettings.parse(JSON.parse(process.argv[2] ?? '{}'));
new Channel(parent, {
  calls: {},
  serves: inferenceMethods,
  handlers: createHandlers(settings),
  progress: InferenceProgress,
});
