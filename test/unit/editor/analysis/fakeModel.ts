import type * as vscode from 'vscode';
import type { ModelProcess } from '../../../../src/editor/model/modelProcess';
import type { Scanner } from '../../../../src/editor/scanner/scanner';
import type { RequestOptions } from '../../../../src/protocol/borders/inference';
import type { Source } from '../../../../src/protocol/document';
import { AttnscopeError } from '../../../../src/protocol/errors';

/** What a model that read a prompt of no tokens gives. */
export const READ = {
  model: { name: 'none', sha256: '', layers: 1, heads: 1, contextLength: null, tap: '' },
  template: null,
  tokens: [],
  totalTokens: 0,
  leftOut: [],
  probes: null,
  marked: [],
  spans: [],
  summary: new Uint8Array(),
  timings: { tokenize: 0, attention: 0 },
};

/** Reads any text as a prompt of no parts, at once, and keeps what it was asked to read. */
export function quickScanner(asked: Source[] = []): Scanner {
  const read = async (source: Source) => {
    asked.push(source);
    const outline = { format: 'plain', rendering: 'raw', segments: [] };
    return { prompts: [{ outline, sentences: [], input: new Uint8Array() }], findings: [] };
  };
  return { read } as unknown as Scanner;
}

/** What is kept with a workspace. */
export function fakeMemento(): vscode.Memento {
  const kept = new Map<string, unknown>();
  const get = (key: string): unknown => kept.get(key);
  const update = async (key: string, value: unknown): Promise<void> => void kept.set(key, value);
  return { get, update, keys: () => [...kept.keys()] } as vscode.Memento;
}

type AskedHow = RequestOptions & { signal: AbortSignal };

/** A model that reads until the test says how it ends. */
export function heldModel() {
  const reading: { letRun: boolean; answer(): void; fail(): void; end(): void }[] = [];
  const request = (method: string, _params: unknown, { signal, letRun = false }: AskedHow) =>
    new Promise((resolve, reject) => {
      if (method === 'openModel') return resolve(READ.model);
      const cancelled = new AttnscopeError('cancelled', 'It was cancelled.');
      signal.addEventListener('abort', () => reject(cancelled));
      reading.push({
        letRun,
        answer: () => resolve(READ),
        fail: () => reject(new AttnscopeError('crashed', 'It ended.')),
        end: () => reject(cancelled),
      });
    });
  return { reading, model: { request } as unknown as ModelProcess };
}
