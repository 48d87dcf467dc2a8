// What is worked out of the bundled model before it is loaded is worked out while the project is built.
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { compileFunction } from 'node:vm';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const graph = path.join(root, 'media/model/model.onnx');

/**
 * For the bundle of the inference process: `prepared.bin` beside it, by the same sources.
 *
 * @type {import('esbuild').Plugin}
 */
export const preparedBeside = {
  name: 'prepared-beside',
  setup({ initialOptions: { outfile, external, write }, onEnd }) {
    onEnd(async ({ errors }) => {
      // What is bundled for its list of files alone leaves nothing behind.
      if (errors.length > 0 || write === false || !existsSync(graph)) return;
      const { outputFiles } = await build({
        entryPoints: [path.join(root, 'src/inference/worker/models/preparedModel.ts')],
        bundle: true,
        platform: 'node',
        format: 'cjs',
        write: false,
        external,
      });
      const module = { exports: {} };
      const names = ['module', 'require', '__dirname'];
      compileFunction(outputFiles[0].text, names)(module, createRequire(import.meta.url), root);
      writeFileSync(path.join(path.dirname(outfile), 'prepared.bin'), await module.exports.packModel(graph));
    });
  },
};
