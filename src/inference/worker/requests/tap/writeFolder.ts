import { copyFile, link, mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, normalize } from 'node:path';
import { diskReason } from '../../../../disk/diskReasons';
import { foldersOf, type ModelFolder } from '../../../../model/files/modelFolder';
import { firstExisting } from '../../../../model/files/sideFiles';
import type { ModelToServe } from '../../../../model/tap/server/tapForServer';
import { partialPath } from '../../../../protocol/borders/inference';
import { AttnscopeError } from '../../../../protocol/errors';
import { quoted } from '../../../../protocol/plainText';
import { tritonConfig } from '../../../../model/tap/server/tritonConfig';

/** What a client needs beside the graph to read texts with it. */
const SIDE_FILES = [
  'tokenizer.json',
  'tokenizer_config.json',
  'config.json',
  'generation_config.json',
  'chat_template.jinja',
  'chat_template.json',
  'LICENSE',
];

/**
 * Writes a folder as Triton and KServe take it, and gives its files: `1/model.onnx`, or a folder of that name where
 * weights lie beside the graph, `config.pbtxt`, and the files of the tokenizer. Weights become hard links where the disk
 * allows that, else copies. Nothing is left on failure. Throws `bad-input` where the folder is there already, or the disk refuses.
 */
export async function writeFolder(
  out: string,
  folder: ModelFolder,
  weights: readonly string[],
  model: ModelToServe,
): Promise<string[]> {
  if (await stat(out).catch(() => undefined)) {
    throw new AttnscopeError(
      'bad-input',
      `There is something at ${quoted(out)} already, and it is not written over. Remove it, or give another --name.`,
    );
  }
  const partial = partialPath(out, process.pid);
  try {
    await rm(partial, { recursive: true, force: true });
    const files = await write(partial, basename(out), folder, weights, model);
    await rename(partial, out);
    return files;
  } catch (error) {
    await rm(partial, { recursive: true, force: true }).catch(() => undefined);
    const reason = diskReason(error);
    if (reason === undefined) throw error;
    throw new AttnscopeError(
      'bad-input',
      `The folder ${quoted(out)} cannot be written: ${reason}. Name another place.`,
      { cause: error },
    );
  }
}

async function write(
  to: string,
  name: string,
  { graph }: ModelFolder,
  weights: readonly string[],
  { bytes, served, outputs }: ModelToServe,
): Promise<string[]> {
  const beside = dirname(graph);
  const version = weights.length > 0 ? join('1', 'model.onnx') : '1';
  const files: string[] = [];
  const place = async (file: string): Promise<string> => {
    files.push(file);
    await mkdir(join(to, dirname(file)), { recursive: true });
    return join(to, file);
  };
  await writeFile(await place(join(version, 'model.onnx')), bytes);
  for (const weight of weights) {
    // Of the hub's cache it is a link that leads to the bytes.
    const from = await realpath(join(beside, normalize(weight)));
    const target = await place(join(version, normalize(weight)));
    await link(from, target).catch(() => copyFile(from, target));
  }
  await writeFile(await place('config.pbtxt'), tritonConfig(name, served, outputs));
  await writeFile(await place('attnscope.json'), `${JSON.stringify(served, null, 2)}\n`);
  for (const file of SIDE_FILES) {
    const from = await firstExisting(foldersOf(graph), file);
    if (from !== undefined) await copyFile(from, await place(file));
  }
  return files;
}
