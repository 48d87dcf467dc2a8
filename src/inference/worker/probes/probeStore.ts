import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readProbe, type Probe } from '../../../probes/probeFile';
import { ProbeName } from '../../../protocol/requests/probes';
import { openHead, type Head } from './headSession';

/** A probe and its head in the runtime. */
export interface ReadyProbe {
  probe: Probe;
  head: Head;
}

/** The probes of a model; a name is missing where there is none. */
export type ReadyProbes = Partial<Record<ProbeName, ReadyProbe>>;

/**
 * Gives those of the probes named that were fitted to a model, by its hash: to no other, as its states mean nothing
 * to them.
 */
export type ProbeStore = (sha256: string, names: readonly ProbeName[]) => Promise<ReadyProbes>;

/** Their files, named after the rules that warn by them. */
const FILES: Readonly<Record<ProbeName, string>> = {
  instruction: 'planted-instruction',
  data: 'instruction-in-data',
};

/** Opens the probes of a folder when they are first asked for. */
export function createProbeStore(folder: string, threads: number | undefined): ProbeStore {
  let all: Promise<[ProbeName, ReadyProbe][]> | undefined;
  return async (sha256, names) => {
    all ??= Promise.all(ProbeName.options.map((name) => open(folder, name, threads))).then((opened) =>
      opened.flat(),
    );
    const own = (await all).filter(
      ([name, { probe }]) => names.includes(name) && probe.model.sha256 === sha256,
    );
    return Object.fromEntries(own);
  };
}

async function open(
  folder: string,
  name: ProbeName,
  threads: number | undefined,
): Promise<[ProbeName, ReadyProbe][]> {
  const json = await readFile(join(folder, `${FILES[name]}.json`), 'utf8').catch(() => null);
  if (json === null) return [];
  const weights = await readFile(join(folder, `${FILES[name]}.bin`));
  const probe = readProbe(json, weights);
  return [[name, { probe, head: await openHead(probe, threads) }]];
}
