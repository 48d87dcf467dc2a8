import { join } from 'node:path';
import type { Handlers } from '../../protocol/borders/channel';
import {
  TOKEN_VARIABLE,
  type InferenceMethods,
  type InferenceProgress,
  type InferenceSettings,
} from '../../protocol/borders/inference';
import { ownProbesFolder } from '../../probes/ownProbes';
import { createMapStore } from './maps/mapStore';
import { createClassifiers } from './models/classifiers';
import { createFactStore, userCacheFolder } from './models/cacheFolder';
import { IMPORTS, tidy } from './models/imported/importCache';
import { createModels } from './models/models';
import { createProbeStore } from './probes/probeStore';
import { analyze } from './requests/analyze';
import type { Worker } from './requests/answer';
import { clearCache } from './requests/upkeep/clearCache';
import { classify } from './requests/classify';
import { counterfactual } from './requests/counterfactual/counterfactual';
import { doctor } from './requests/doctor/doctor';
import { divergence } from './requests/divergence';
import { extract } from './requests/extract/extract';
import { headMetrics } from './requests/headMetrics';
import { generate } from './requests/generate';
import { attribution } from './requests/lens/attribution';
import { lens } from './requests/lens/lens';
import { maps } from './requests/maps';
import { measure } from './requests/measure';
import { memory } from './requests/upkeep/memory';
import { openModel } from './requests/openModel';
import { score } from './requests/score';
import { states } from './requests/states';
import { tap } from './requests/tap/tap';
import { throughLayers } from './requests/throughLayers';
import { tokenize } from './requests/tokenize';

const MAP_BYTES = 512 * 1024 * 1024;
/** `dist/` and `media/` are neighbours in every install. */
const PROBES = join(__dirname, '..', 'media', 'probes');

/** Answers the requests of the host, which sends the next one when the last is answered: they share one session. */
export function createHandlers(settings: InferenceSettings): Handlers<InferenceMethods, InferenceProgress> {
  const cacheFolder = settings.cacheFolder ?? userCacheFolder(process.env, process.platform);
  const facts = createFactStore(cacheFolder);
  // What a conversion that was cancelled has left: its process was ended in the middle of it.
  void tidy(join(cacheFolder, IMPORTS), 0, Infinity);
  const worker: Worker = {
    models: createModels({
      facts,
      cacheFolder,
      cacheBytes: settings.cacheBytes,
      threads: settings.threads,
      provider: settings.provider,
      served: settings.served,
      serverToken: process.env[TOKEN_VARIABLE],
    }),
    maps: createMapStore(settings.mapBytes ?? MAP_BYTES),
    facts,
    cacheFolder,
    probes: createProbeStore(
      settings.probesFolder ?? PROBES,
      ownProbesFolder(process.env, process.platform),
      settings.threads,
    ),
    classifiers: createClassifiers(settings.threads),
    lastRead: new WeakMap(),
  };
  return {
    doctor: (params, { progress, signal }) => doctor(params, worker, progress, signal),
    openModel: (params, { progress, signal }) => openModel(params, worker, progress, signal),
    tokenize: (params, { progress, signal }) => tokenize(params, worker, progress, signal),
    analyze: (params, { progress, signal }) => analyze(params, worker, progress, signal),
    score: (params, { progress, signal }) => score(params, worker, progress, signal),
    states: (params, { progress, signal }) => states(params, worker, progress, signal),
    measure: (params, { progress, signal }) => measure(params, worker, progress, signal),
    classify: (params, { progress, signal }) => classify(params, worker, progress, signal),
    maps: (params, { progress, signal }) => maps(params, worker, progress, signal),
    throughLayers: (params, { progress, signal }) => throughLayers(params, worker, progress, signal),
    headMetrics: (params, { progress, signal }) => headMetrics(params, worker, progress, signal),
    counterfactual: (params, { progress, signal }) => counterfactual(params, worker, progress, signal),
    generate: (params, { progress, signal }) => generate(params, worker, progress, signal),
    lens: (params, { progress, signal }) => lens(params, worker, progress, signal),
    attribution: (params, { progress, signal }) => attribution(params, worker, progress, signal),
    divergence: (params, { progress, signal }) => divergence(params, worker, progress, signal),
    extract: (params, { progress, signal }) => extract(params, worker, progress, signal),
    tap: (params, { progress, signal }) => tap(params, worker, progress, signal),
    clearCache: (params, { progress, signal }) => clearCache(params, worker, progress, signal),
    memory: (params, { progress, signal }) => memory(params, worker, progress, signal),
  };
}
