import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { installed, installOnce } from './cache';
import { hasProgram, must } from './command';
import { aptInstall } from './debian';

// A VS Code server with its web workbench, and the Node it is built for, both from npm.
const CODE_SERVER = '4.139.1';
const NODE = '24.21.0';
/** Raised when the steps below change. */
const RECIPE = 1;

const NAME = `code-server-${CODE_SERVER}-node-${NODE}-${RECIPE}`;
const NODE_PACKAGE = `node-linux-${process.arch}`;

/** Programs of an installed VS Code server. */
export interface CodeServer {
  /** The Node that runs it. */
  node: string;
  /** Its entry script. */
  server: string;
}

const place = (folder: string) => {
  const vscode = path.join(folder, 'node_modules/code-server/lib/vscode');
  const nodeFolder = path.join(folder, 'node_modules', NODE_PACKAGE);
  return {
    vscode,
    nodeFolder,
    node: path.join(nodeFolder, 'bin/node'),
    server: path.join(vscode, 'out/server-main.js'),
  };
};

/** The VS Code server of the tests, if it was installed. */
export function findCodeServer(): CodeServer | undefined {
  const { node, server } = place(installed(NAME));
  return existsSync(server) ? { node, server } : undefined;
}

/**
 * Installs the VS Code server of the tests unless it is there.
 *
 * @throws Error that says why where this machine cannot run it.
 */
export async function prepareCodeServer(): Promise<CodeServer> {
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    throw new Error(
      `The VS Code server of the tests runs on Linux (x64, arm64), not on ${process.platform} ${process.arch}.`,
    );
  }
  const { node, server } = place(await installOnce(NAME, install));
  return { node, server };
}

async function install(folder: string): Promise<void> {
  // Two small native modules are compiled.
  const missing = ['g++', 'make', 'python3'].filter((program) => !hasProgram(program));
  if (missing.length > 0) await aptInstall(['build-essential', 'python3'], missing.join(', '));

  console.log(`Installing VS Code (code-server ${CODE_SERVER}) into ${folder} …`);
  const { vscode, nodeFolder, node } = place(folder);
  writeFileSync(path.join(folder, 'package.json'), '{"private":true}\n');
  // Install scripts stay off everywhere: they would build everything from source, or download.
  await npm(folder, 'install', '--ignore-scripts', `code-server@${CODE_SERVER}`, `${NODE_PACKAGE}@${NODE}`);

  const env = {
    PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
    // The headers come with the package: without this they would be downloaded.
    npm_config_nodedir: nodeFolder,
  };
  await npm(vscode, 'install', '--omit=dev', '--ignore-scripts');
  await npmWith(
    env,
    vscode,
    'rebuild',
    '--ignore-scripts=false',
    '@vscode/spdlog',
    '@vscode/native-watchdog',
  );
  for (const name of ['@vscode/spdlog', '@vscode/native-watchdog', 'node-pty', '@parcel/watcher']) {
    await must(node, ['-e', `require(${JSON.stringify(name)})`], { cwd: vscode });
  }
  mkdirSync(path.join(vscode, 'bin/remote-cli'), { recursive: true });
  link(path.join(vscode, 'bin/remote-cli/code-server'), 'code-linux.sh');
  link(path.join(vscode, 'bin/helpers/browser.sh'), 'browser-linux.sh');

  // Built-in extensions share one dependency, TypeScript.
  const extensions = path.join(vscode, 'extensions');
  await npm(extensions, 'install', '--omit=dev', '--ignore-scripts');
  await must(node, ['./postinstall.mjs'], { cwd: extensions });
}

const npm = (cwd: string, ...args: string[]): Promise<string> => npmWith({}, cwd, ...args);

/** npm in a folder of its own, free of what an outer `npm run` says about its own project. */
function npmWith(extra: Record<string, string>, cwd: string, ...args: string[]): Promise<string> {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^npm_(package|lifecycle|execpath|node_execpath|command)/.test(name) &&
      !/^npm_config_(ignore_scripts|prefix|local_prefix|global_prefix|omit|include|nodedir|node_gyp)$/.test(
        name,
      ),
  );
  const env = { ...Object.fromEntries(kept), ...extra };
  return must('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd, env });
}

function link(file: string, target: string): void {
  if (!existsSync(file)) symlinkSync(target, file);
}
