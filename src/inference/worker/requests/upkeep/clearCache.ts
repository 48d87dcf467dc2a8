import { emptyCache } from '../../models/imported/importCache';
import type { Answer } from '../answer';

/** Removes what is kept on the disk of models, also of the one in memory; what other processes use stays. */
export const clearCache: Answer<'clearCache'> = async (_, { models, cacheFolder }) => {
  await models.letGo();
  await emptyCache(cacheFolder);
  return {};
};
