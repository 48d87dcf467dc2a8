import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readProbe, type Probe } from '../../../probes/probeFile';
import { PROBE_FILES, type ProbeName } from '../../../protocol/requests/probes';
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

/**
 * Opens the probes of a model when they are first asked for: what somebody calibrated for it, in `own/<sha256>`, goes
 * before what is shipped.
 */
export function createProbeStore(
  shipped: string,
  own: string | null,
  threads: number | undefined,
): ProbeStore {
  const opened = new Map<string, Promise<ReadyProbe | null>>();
  const openOnce = (folder: string, name: ProbeName) => {
    const key = join(folder, PROBE_FILES[name]);
    const probe = opened.get(key) ?? open(folder, name, threads);
    opened.set(key, probe);
    return probe;
  };
  return async (sha256, names) => {
    const ready: ReadyProbes = {};
    for (const name of names) {
      for (const folder of [...(own === null ? [] : [join(own, sha256)]), shipped]) {
        const found = await openOnce(folder, name);
        if (found?.probe.model.sha256 === sha256) ready[name] ??= found;
      }
    }
    return ready;
  };
}

async function open(
  folder: string,
  name: ProbeName,
  threads: number | undefined,
): Promise<ReadyProbe | null> {
  const json = await readFile(join(folder, `${PROBE_FILES[name]}.json`), 'utf8').catch(() => null);
  if (json === null) return null;
  const weights = await readFile(join(folder, `${PROBE_FILES[name]}.bin`));
  const probe = readProbe(json, weights);
  return { probe, head: await openHead(probe, threads) };
}
