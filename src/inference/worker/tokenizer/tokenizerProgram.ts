/** The thread of a tokenizer: it is opened while the runtime, which lets nothing else run, loads the model. */
import { parentPort, workerData } from 'node:worker_threads';
import { toWireError } from '../../../protocol/errors';
import { openNative, type NativeTokenizer } from './openNative';
import type { Asked, Told } from './threadMessages';

const opened = openNative(workerData as string);

async function answer(asked: Asked): Promise<Told['result']> {
  const tokenizer: NativeTokenizer = await opened;
  if (asked.call === 'open') return tokenizer.split;
  return asked.call === 'write' ? tokenizer.write(asked.ids) : tokenizer.encode(...asked.args);
}

parentPort!.on('message', ({ id, ...asked }: Asked & { id: number }) => {
  answer(asked).then(
    (result) => parentPort!.postMessage({ id, result } satisfies Told),
    (error: unknown) => parentPort!.postMessage({ id, error: toWireError(error) } satisfies Told),
  );
});
