import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { readAlertLog } from '../../../src/alerts/readAlertLog';
import { inWords } from '../../../src/protocol/sentence';

/** What a writer does: so many alerts named after it, so many at the same time, into files of so many bytes. */
export interface Written {
  name: string;
  count: number;
  atOnce?: number;
  maxBytes?: number;
}

const command = (log: string, { name, count, atOnce = 1, maxBytes = 1e9 }: Written): string[] => [
  '--import',
  'tsx',
  path.join(import.meta.dirname, 'logWriter.ts'),
  ...[log, name, count, atOnce, maxBytes].map(String),
];

/** Starts a writer in a process of its own; `ended` gives the ids that it announced. */
export function startWriter(log: string, written: Written) {
  const child = spawn(process.execPath, command(log, written), { stdio: ['ignore', 'pipe', 'inherit'] });
  let told = '';
  const listeners: ((announced: number) => void)[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    told += text;
    const announced = told.split('\n').length - 1;
    for (const listener of listeners) listener(announced);
  });
  const ended = new Promise<string[]>((resolve) =>
    child.on('close', () => resolve(told.split('\n').slice(0, -1))),
  );
  return {
    /** Ends it as soon as it has announced so many. */
    killAfter: (count: number) => listeners.push((announced) => announced >= count && child.kill('SIGKILL')),
    kill: () => child.kill('SIGKILL'),
    ended,
  };
}

/** Runs a writer under a limit on the size of files, in blocks of the shell's `ulimit -f`. */
export function writeWithin(log: string, written: Written, blocks: number) {
  const quotedCommand = [process.execPath, ...command(log, written)].map((part) => `'${part}'`).join(' ');
  return spawnSync('bash', ['-c', `ulimit -f ${blocks}; exec ${quotedCommand}`], { encoding: 'utf8' });
}

/** The ids of all alerts of a log, in order, and what is wrong with its other lines. */
export async function readAll(log: string): Promise<{ ids: string[]; bad: string[] }> {
  const ids: string[] = [];
  const bad: string[] = [];
  for await (const read of readAlertLog(log)) {
    if ('error' in read) bad.push(inWords([read.error]));
    else ids.push(read.id);
  }
  return { ids, bad };
}
