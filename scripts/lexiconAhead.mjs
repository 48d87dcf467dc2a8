// The lexicon's tables are made while the project is built, not whenever one of its programs starts.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { compileFunction } from 'node:vm';
import { build } from 'esbuild';

const folder = path.resolve(import.meta.dirname, '../src/detection/lexicon');
/** The module that makes the tables when sources are run as they are. */
const source = path.join(folder, 'index.ts');
/** Beside each program. */
const FILE = 'lexicon.bin';

/** What was made last, for programs of the same sources. */
let made = { sources: '', bytes: new Uint8Array() };

/** The packed tables, and the files that they were made from. */
async function compileLexicon() {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: `export { lexicon } from './index'; export { packTables } from './tables/packTables';`,
      resolveDir: folder,
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const code = outputFiles[0].text;
  const sources = createHash('sha256').update(code).digest('hex');
  if (made.sources !== sources) {
    const module = { exports: {} };
    compileFunction(code, ['module', 'require'])(module, createRequire(import.meta.url));
    const { lexicon, packTables } = module.exports;
    made = { sources, bytes: packTables(lexicon) };
  }
  const files = Object.keys(metafile.inputs).filter((file) => file !== '<stdin>');
  return { bytes: made.bytes, files: files.map((file) => path.resolve(file)) };
}

/** The module that reads them, in place of the one that makes them. */
const reader = (file) => `
  import { readFileSync } from 'node:fs';
  import { join } from 'node:path';
  import { unpackTables } from './tables/packTables';
  export const lexicon = unpackTables(readFileSync(${file}));`;

/**
 * For bundles: the tables stand in a file beside them, which all of them share.
 *
 * @type {import('esbuild').Plugin}
 */
export const lexiconBeside = {
  name: 'lexicon-beside',
  setup({ initialOptions: { outfile, write }, onLoad }) {
    onLoad({ filter: /[\\/]lexicon[\\/]index\.ts$/ }, async ({ path: file }) => {
      if (file !== source) return undefined;
      const { bytes, files } = await compileLexicon();
      if (write !== false) {
        mkdirSync(path.dirname(outfile), { recursive: true });
        writeFileSync(path.join(path.dirname(outfile), FILE), bytes);
      }
      const contents = reader(`join(__dirname, '${FILE}')`);
      return { contents, loader: 'ts', resolveDir: folder, watchFiles: files };
    });
  },
};

/** For tests of sources: each file of tests would make the tables anew. */
export function lexiconOnce(cache) {
  return {
    name: 'lexicon-once',
    enforce: /** @type {const} */ ('pre'),
    async load(id) {
      if (id !== source) return undefined;
      const { bytes } = await compileLexicon();
      mkdirSync(cache, { recursive: true });
      const file = path.join(cache, FILE);
      writeFileSync(file, bytes);
      return reader(JSON.stringify(file));
    },
  };
}
