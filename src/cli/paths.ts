import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files that lie beside the bundled program: `dist/` and `media/` are neighbours in every install. */
export const bundled = {
  model: join(__dirname, '..', 'media', 'model'),
  inference: join(__dirname, 'inference.js'),
  reportScript: join(__dirname, 'report.js'),
  reportStyle: join(__dirname, 'report.css'),
  studyScript: join(__dirname, 'study.js'),
  studyStyle: join(__dirname, 'study.css'),
  /** The project's own labelled prompts; no part of an installed extension. */
  studySet: join(__dirname, '..', 'test', 'fixtures', 'study', 'prompts.jsonl'),
};

/** The version of this program, as its package says. */
export function toolVersion(): string {
  const manifest = JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  return manifest.version;
}
