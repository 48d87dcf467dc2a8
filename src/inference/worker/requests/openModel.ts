import type { Answer } from './answer';

/** Loads and checks a model, and says what it is. */
export const openModel: Answer<'openModel'> = async ({ model }, { models }, progress) =>
  (await models.open(model, progress)).summary;
