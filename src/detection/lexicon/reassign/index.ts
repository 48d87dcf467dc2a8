import { asian } from './asian';
import { european } from './european';
import { romance } from './romance';
import { turkish } from './turkish';

/** What takes a role, a goal, limits or a text from a model: languages beside English. */
export const reassign = { ...asian, ...european, ...romance, turkish } as const;
