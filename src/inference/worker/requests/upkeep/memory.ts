import type { Answer } from '../answer';

/** Says how much memory the process takes. */
export const memory: Answer<'memory'> = (_, { maps }) =>
  Promise.resolve({ rssBytes: process.memoryUsage.rss(), mapBytes: maps.bytes });
