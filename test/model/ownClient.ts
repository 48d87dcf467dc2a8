import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { Spawn } from '../../src/inference/client/childProcess';
import {
  createInferenceClient,
  type InferenceClient,
} from '../../src/inference/client/createInferenceClient';
import type { InferenceSettings } from '../../src/protocol/borders/inference';

/** A folder for the tests of a file, and clients of the built inference process that keep their facts in it. */
export interface OwnPlace {
  folder: string;
  /** Another client, which ends with the tests too. */
  start(settings?: InferenceSettings, spawn?: Spawn): InferenceClient;
}

/** To be called at the top of a file of tests, or of a `describe`; what it made is gone after them. */
export function ownPlace(): OwnPlace {
  const folder = mkdtempSync(path.join(tmpdir(), 'attnscope-'));
  const clients: InferenceClient[] = [];
  afterAll(() => {
    for (const client of clients) client.dispose();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder,
    start(settings, spawn) {
      const client = createInferenceClient({
        childPath: path.resolve(import.meta.dirname, '../../dist/inference.js'),
        settings: { cacheFolder: path.join(folder, 'cache'), ...settings },
        ...(spawn && { spawn }),
      });
      clients.push(client);
      return client;
    },
  };
}

/** The same with one client. */
export function ownClient(settings?: InferenceSettings): { folder: string; client: InferenceClient } {
  const { folder, start } = ownPlace();
  return { folder, client: start(settings) };
}
