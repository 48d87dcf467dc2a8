import type { ModelProcess } from '../../../../src/editor/model/modelProcess';
import type { Scanner } from '../../../../src/editor/scanner/scanner';
import { AttnscopeError } from '../../../../src/protocol/errors';

/** What a model gives that read a prompt of no tokens. */
export const READ = {
  model: { name: 'none', sha256: '', layers: 1, heads: 1, contextLength: null, tap: '' },
  template: null,
  tokens: [],
  totalTokens: 0,
  leftOut: [],
  spans: [],
  summary: new Uint8Array(),
  timings: { load: 0, tokenize: 0, attention: 0 },
};

/** Reads any text as a prompt of no parts, at once. */
export const quickScanner = {
  read: async () => ({
    prompts: [{ outline: { format: 'plain', rendering: 'raw', segments: [] }, input: new Uint8Array() }],
    findings: [],
  }),
} as unknown as Scanner;

/** A model that reads until the test says how it ends. */
export function heldModel() {
  const reading: { answer(): void; fail(): void; end(): void }[] = [];
  const request = (_method: string, _params: unknown, { signal }: { signal: AbortSignal }) =>
    new Promise((resolve, reject) => {
      const cancelled = new AttnscopeError('cancelled', 'It was cancelled.');
      signal.addEventListener('abort', () => reject(cancelled));
      reading.push({
        answer: () => resolve(READ),
        fail: () => reject(new AttnscopeError('crashed', 'It ended.')),
        end: () => reject(cancelled),
      });
    });
  return { reading, model: { request } as unknown as ModelProcess };
}
