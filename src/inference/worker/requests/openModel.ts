import type { Answer } from './answer';

/** Loads and checks a model, and says what it is. Who asks that has a text for it. */
export const openModel: Answer<'openModel'> = async ({ model }, { models }, progress) =>
  (await models.open(model, progress, { forText: true })).summary;
