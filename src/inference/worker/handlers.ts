import { type HandlerContext, type Handlers } from '../../protocol/channel';
import {
  type InferenceMethods,
  type InferenceProgress,
  type InferenceSettings,
} from '../../protocol/inference';
import { createFactStore, userCacheFolder } from './cacheFolder';
import { chosenLayers, extractFromInputs } from './extract';
import { createMapStore } from './mapStore';
import { createModels } from './models';

const MAP_BYTES = 512 * 1024 * 1024;

type Context = HandlerContext<InferenceProgress>;

/** Answers the requests of the host, one after the other: they share one session and one working directory. */
export function createHandlers(settings: InferenceSettings): Handlers<InferenceMethods, InferenceProgress> {
  const cacheFolder = settings.cacheFolder ?? userCacheFolder(process.env, process.platform);
  const facts = createFactStore(cacheFolder);
  const models = createModels({ facts, cacheFolder, threads: settings.threads });
  const maps = createMapStore(settings.mapBytes ?? MAP_BYTES);
  const inTurn = createTurns();
  void maps;
  return {
    openModel: () => {
      throw new Error('no');
    },
    analyze: () => {
      throw new Error('no');
    },
    maps: () => {
      throw new Error('no');
    },
    extract: ({ model: path, feed, layers, reduce, out }, { progress }: Context) =>
      inTurn(async () => {
        const { model } = await models.get(path, progress);
        const chosen = chosenLayers(model, layers);
        if (feed.kind === 'inputs') return extractFromInputs(model, feed.inputs, chosen, reduce, out);
        throw new Error('no');
      }),
    memory: () => ({ rssBytes: process.memoryUsage.rss(), mapBytes: maps.bytes }),
  };
}

/** Runs each job after those before it have ended, however they ended. */
function createTurns(): <T>(job: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const next = last.then(job, job);
    last = next.catch(() => undefined);
    return next;
  };
}
