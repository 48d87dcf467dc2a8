import type { ModelFolder } from '../../../model/files/modelFolder';
import { openInThread, type OpeningTokenizer } from './openInThread';
import { type ModelTokenizer, openTokenizer } from './tokenizer';

/** A model's tokenizer in a thread of its own, which starts when it is begun or first asked for. */
export interface ThreadedTokenizer {
  /** Begins to open it, so that it is there when it is asked for. */
  begin(): void;
  /** Throws `bad-model` where there is none, or none that can be read. */
  get(): Promise<ModelTokenizer>;
  /** Gives its memory back. */
  end(): void;
}

export function threadedTokenizer(folder: ModelFolder): ThreadedTokenizer {
  let opening: OpeningTokenizer | undefined;
  let tokenizer: Promise<ModelTokenizer> | undefined;
  const open = (path: string) => (opening ??= openInThread(path)).opened;
  return {
    begin() {
      // Who asks for it is told what is wrong with it.
      if (folder.tokenizer !== undefined) open(folder.tokenizer).catch(() => undefined);
    },
    get: () => (tokenizer ??= openTokenizer(folder, open)),
    end: () => opening?.end(),
  };
}
