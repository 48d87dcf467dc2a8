import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files that lie beside the bundled program: `dist/` and `media/` are neighbours in every install. */
export const bundled = {
  model: join(__dirname, '..', 'media', 'model'),
  inference: join(__dirname, 'inference.js'),
  reportScript: join(__dirname, 'report.js'),
  reportStyle: join(__dirname, 'report.css'),
};

/** The version of this program, as its package says. */
export function toolVersion(): string {
  const manifest = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}
