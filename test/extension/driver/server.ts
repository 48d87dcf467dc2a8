import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findCodeServer, type CodeServer } from '../../../scripts/setup/codeServer';
import { run } from '../../../scripts/setup/command';
import { QUIET_SETTINGS } from './quietSettings';

export interface ServerOptions {
  /** Folder of an unpacked, built extension. */
  extensionPath?: string;
  /** A packed extension, installed as a user would. */
  vsixPath?: string;
  settings?: Record<string, unknown>;
  /** For the extension host and its children. */
  env?: Record<string, string>;
  /** `off`: every folder is trusted; `restricted`: none is; `ask`: with the question at the start. */
  trust?: 'off' | 'restricted' | 'ask';
  /** The workbench runs test modules only with this switch, and then shows no notification. */
  forInHostTests?: boolean;
}

/** A running VS Code server with data folders of its own. */
export interface Server {
  url: string;
  port: number;
  pid: number;
  settingsFile: string;
  logFolder: string;
  /** Folder of the installed extensions. */
  extensionFolder: string;
  output(): string;
  /** Ends it with all its children and removes its folders. */
  stop(): Promise<void>;
}

/**
 * Starts a VS Code server on 127.0.0.1.
 *
 * @throws Error where none is installed or it does not start.
 */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const installed = findCodeServer();
  if (!installed) throw new Error('No VS Code server is installed: run "npm run test:setup".');
  const base = mkdtempSync(path.join(tmpdir(), 'attnscope-vscode-'));
  const folder = (name: string): string => {
    const made = path.join(base, name);
    mkdirSync(made, { recursive: true });
    return made;
  };
  const userData = folder('user-data');
  const extensions = folder('extensions');
  const settingsFile = path.join(folder('user-data/User'), 'settings.json');
  writeFileSync(
    settingsFile,
    JSON.stringify({ ...QUIET_SETTINGS, ...trustSettings(options), ...options.settings }),
  );

  const folders = [
    '--user-data-dir',
    userData,
    '--extensions-dir',
    extensions,
    '--server-data-dir',
    folder('server'),
  ];
  const env = serverEnvironment(folder('home'), options.env ?? {});
  if (options.vsixPath) await installPacked(installed, options.vsixPath, folders, env);
  if (options.extensionPath) linkExtension(extensions, options.extensionPath);

  const port = await freePort();
  const switches = ['--without-connection-token', '--accept-server-license-terms', '--disable-experiments'];
  // A desktop VS Code compresses nothing on the way between its processes.
  switches.push('--disable-websocket-compression');
  const args = [installed.server, '--host', '127.0.0.1', '--port', `${port}`, '--telemetry-level', 'off'];
  if ((options.trust ?? 'off') === 'off') switches.push('--disable-workspace-trust');
  if (options.forInHostTests) switches.push('--enable-smoke-test-driver');
  // A process group of its own: one id ends the server, extension host, file watcher and terminals.
  const child = spawn(installed.node, [...args, ...switches, ...folders], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const pid = child.pid!;
  let output = '';
  let ended = false;
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()));
  void closed.then(() => (ended = true));
  const endGroup = (signal: NodeJS.Signals): void => {
    try {
      process.kill(-pid, signal);
    } catch {
      // It is gone already.
    }
  };
  const onExit = (): void => endGroup('SIGKILL');
  process.once('exit', onExit);
  const stop = async (): Promise<void> => {
    process.off('exit', onExit);
    endGroup('SIGTERM');
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 3000))]);
    endGroup('SIGKILL');
    await closed;
    rmSync(base, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };

  const started = await new Promise<boolean>((resolve) => {
    const late = setTimeout(() => resolve(false), 30_000);
    const end = (ready: boolean): void => {
      clearTimeout(late);
      resolve(ready);
    };
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      if (/Extension host \w+ started/.test(output)) end(true);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void closed.then(() => end(false));
  });
  if (!started) {
    await stop();
    throw new Error(`The VS Code server ${ended ? 'ended' : 'did not start within 30 s'}:\n${output}`);
  }
  const logFolder = path.join(userData, 'logs');
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    pid,
    settingsFile,
    logFolder,
    extensionFolder: extensions,
    output: () => output,
    stop,
  };
}

function trustSettings({ trust = 'off' }: ServerOptions): Record<string, unknown> {
  return {
    'security.workspace.trust.enabled': trust !== 'off',
    'security.workspace.trust.startupPrompt': trust === 'ask' ? 'always' : 'never',
  };
}

function serverEnvironment(home: string, extra: Record<string, string>): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|VITEST|npm_)|^(NODE_OPTIONS|NODE_ENV|TEST|ELECTRON_RUN_AS_NODE)$/.test(name),
  );
  // No marketplace: nothing may be fetched from outside.
  return { ...Object.fromEntries(inherited), HOME: home, EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...extra };
}

async function installPacked(
  { node, server }: CodeServer,
  vsix: string,
  folders: string[],
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const args = [server, ...folders, '--install-extension', path.resolve(vsix), '--force'];
  const { code, output } = await run(node, args, { env, timeout: 120_000 });
  if (code !== 0 || !output.includes('successfully installed'))
    throw new Error(`Not installed: ${vsix}\n${output}`);
}

/** Makes an unpacked extension count as installed, without copying it. */
function linkExtension(extensions: string, extensionPath: string): void {
  const root = path.resolve(extensionPath);
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<
    string,
    string
  >;
  const id = `${manifest.publisher}.${manifest.name}`.toLowerCase();
  const name = `${id}-${manifest.version}`;
  symlinkSync(root, path.join(extensions, name), 'dir');
  const entry = {
    identifier: { id },
    version: manifest.version,
    location: { $mid: 1, path: path.join(extensions, name), scheme: 'file' },
    relativeLocation: name,
    metadata: { installedTimestamp: Date.now(), source: 'vsix' },
  };
  writeFileSync(path.join(extensions, 'extensions.json'), JSON.stringify([entry]));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
