import { type HandlerContext, type Handlers } from '../../protocol/channel';
import {
  type InferenceMethods,
  type InferenceProgress,
  type InferenceSettings,
} from '../../protocol/inference';
import { analyze } from './requests/analyze';
import { createFactStore, userCacheFolder } from './models/cacheFolder';
import { checkedModel, refuseUnlessPromptModel, type CheckedModel } from './models/checkedModel';
import { chosenLayers, extractFromInputs, extractFromTokens } from './requests/extract';
import { createMapStore } from './maps/mapStore';
import { fitContext } from './run/fitContext';
import { createModels } from './models/models';
import { readMaps } from './requests/maps';
import { checkModel } from './models/sanityCheck';

const MAP_BYTES = 512 * 1024 * 1024;

type Context = HandlerContext<InferenceProgress>;

/** Answers the requests of the host, one after the other: they share one session. */
export function createHandlers(settings: InferenceSettings): Handlers<InferenceMethods, InferenceProgress> {
  const cacheFolder = settings.cacheFolder ?? userCacheFolder(process.env, process.platform);
  const facts = createFactStore(cacheFolder);
  const models = createModels({ facts, cacheFolder, threads: settings.threads });
  const maps = createMapStore(settings.mapBytes ?? MAP_BYTES);
  const inTurn = createTurns();

  const checked = async (
    path: string,
    { progress }: Context,
  ): Promise<{ model: CheckedModel; loadMs: number }> => {
    const { model, loadMs } = await models.get(path, progress);
    refuseUnlessPromptModel(model);
    const started = performance.now();
    const sanity = await checkModel(model, facts, () => progress({ stage: 'check', done: 0, total: 1 }));
    return { model: checkedModel(model, sanity), loadMs: loadMs + performance.now() - started };
  };
  /** Tells how many tokens have gone through the model, from none on. */
  const tokensDone = ({ progress }: Context, total: number) => {
    const tell = (done: number) => progress({ stage: 'attention', done, total });
    tell(0);
    return tell;
  };

  return {
    openModel: ({ model }, context) => inTurn(async () => (await checked(model, context)).model.summary),

    analyze: (params, context) =>
      inTurn(async () => {
        const { model, loadMs } = await checked(params.model, context);
        return analyze(model, maps, params, loadMs, context.progress);
      }),

    maps: (params, context) =>
      inTurn(async () => {
        const { model } = await checked(params.model, context);
        return readMaps(model, maps, params, tokensDone(context, params.tokenIds.length));
      }),

    extract: ({ model: path, feed, layers, reduce, out }, context) =>
      inTurn(async () => {
        if (feed.kind === 'inputs') {
          const { model } = await models.get(path, context.progress);
          return extractFromInputs(model, feed.inputs, chosenLayers(model, layers), reduce, out);
        }
        const { model } = await checked(path, context);
        const tokens = await (await model.tokenizer()).encodeRaw(feed.text);
        const ids = fitContext(tokens, model.context, 'refuse').map(({ id }) => id);
        return extractFromTokens(
          model,
          ids,
          chosenLayers(model, layers),
          reduce,
          out,
          tokensDone(context, ids.length),
        );
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
