import { join } from 'node:path';

/** Files that lie beside the bundled program: `dist/` and `media/` are neighbours in every install. */
export const bundled = {
  model: join(__dirname, '..', 'media', 'model'),
  inference: join(__dirname, 'inference.js'),
};
