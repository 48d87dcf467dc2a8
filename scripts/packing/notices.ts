import { build, type BuildOptions } from 'esbuild';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bundles } from '../bundles.mjs';

/** Packages that are shipped as they are, beside the bundles. */
const SHIPPED = ['onnxruntime-node', 'onnxruntime-common', 'tokenizers', '@vscode/tree-sitter-wasm'];

interface Notice {
  name: string;
  version: string;
  license: string;
  /** Address of its home; may be empty. */
  home: string;
  /** Text of its licence and notice files, or that it has none. */
  text: string;
}

interface Manifest {
  name: string;
  version: string;
  license?: string;
  homepage?: string;
  author?: string | { name: string };
  repository?: string | { url: string };
}

/**
 * Notices of all third-party work in the packed extension: the packages that the bundles are made
 * from (esbuild tells which), the native packages, and the bundled model.
 *
 * @param root the project's folder
 */
export async function writeNotices(root: string): Promise<string> {
  const folders = new Set([
    ...SHIPPED.map((name) => path.join('node_modules', name)),
    ...(await bundledPackages(root)),
  ]);
  const notices = [...folders].map((folder) => readNotice(root, folder)).concat(modelNotice(root));
  notices.sort((a, b) => (a.name < b.name ? -1 : 1));
  const head = 'Attnscope is made with the work of others. Each part, with its licence:\n';
  return [head, ...notices.map(print)].join(`\n${'-'.repeat(80)}\n\n`);
}

/** Folders of the packages that have code in a bundle, relative to the root. */
async function bundledPackages(root: string): Promise<string[]> {
  const inputs = await Promise.all(
    bundles.map(async (bundle) => {
      const options = {
        ...bundle,
        absWorkingDir: root,
        write: false,
        metafile: true,
        logLevel: 'silent',
      } as BuildOptions;
      const { metafile } = await build(options);
      // An input may be read and leave nothing in the bundle.
      return Object.values(metafile!.outputs).flatMap((output) =>
        Object.entries(output.inputs).flatMap(([file, { bytesInOutput }]) =>
          bytesInOutput > 0 ? [file] : [],
        ),
      );
    }),
  );
  const folders = inputs
    .flat()
    .flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  return [...new Set(folders)];
}

function readNotice(root: string, folder: string): Notice {
  const manifest = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')) as Manifest;
  const { name, version, license = 'see below', homepage, repository } = manifest;
  const home = homepage ?? (typeof repository === 'object' ? repository.url : repository) ?? '';
  const text = licenceFiles(path.join(root, folder)) || standardText(root, manifest);
  return { name, version, license, home: home.replace(/^git\+|\.git$/g, ''), text };
}

function licenceFiles(folder: string): string {
  return readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
    .sort()
    .map((file) => readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
    .join('\n\n');
}

/** What to say for a package without a licence file: the terms it names, under its author's name. */
function standardText(root: string, { license, author }: Manifest): string {
  const holder = typeof author === 'object' ? author.name : (author ?? 'the authors of the package');
  const none = 'The package carries no licence text of its own';
  if (license !== 'MIT') return `${none}; it names the licence ${license}. Copyright: ${holder}.`;
  const own = readFileSync(path.join(root, 'LICENSE'), 'utf8');
  return `${none}. MIT License\n\nCopyright (c) ${holder}\n\n${own.slice(own.indexOf('Permission is')).trim()}`;
}

function modelNotice(root: string): Notice[] {
  const folder = path.join(root, 'media/model');
  if (!existsSync(path.join(folder, 'LICENSE'))) return [];
  return [
    {
      name: 'SmolLM2-135M-Instruct',
      version: 'model in media/model',
      license: 'Apache-2.0',
      home: 'https://huggingface.co/HuggingFaceTB/SmolLM2-135M-Instruct',
      text: readFileSync(path.join(folder, 'LICENSE'), 'utf8').trim(),
    },
  ];
}

const print = ({ name, version, license, home, text }: Notice): string =>
  `${name} (${version})\nLicence: ${license}\n${home ? `${home}\n` : ''}\n${text}\n`;
