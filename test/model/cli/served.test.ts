import { spawn } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StudyReport } from '../../../src/protocol/measured/study';
import { startServer, type ModelServer } from '../modelServer';
import { writeTinyModel, writeTinyTokenizer } from '../tinyModel';
import { cli, expectRefusal, file, folder, run } from './runCli';

let server: ModelServer;

beforeAll(async () => {
  const model = path.join(folder, 'tiny');
  writeTinyModel(model, { says: true });
  writeTinyTokenizer(model, false);
  expect(run(['tap', model, '--out', 'repository', '--name', 'mine']).status).toBe(0);
  server = await startServer(path.join(folder, 'repository/mine/1/model.onnx'));
});
afterAll(() => server.close());

/** Runs the program beside the server, which answers in this process. */
function runBeside(args: string[]): Promise<ReturnType<typeof run>> {
  const program = spawn(process.execPath, [cli, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  const written = { stdout: '', stderr: '' };
  program.stdout.on('data', (text) => (written.stdout += String(text)));
  program.stderr.on('data', (text) => (written.stderr += String(text)));
  return new Promise((ended) =>
    program.once('close', (status, signal) => ended({ status, signal, ...written })),
  );
}

const served = () => ['--model', server.url, '--tokenizer', 'repository/mine', '--time-limit', '60'];
const lines = (texts: string[], more: (at: number) => object) =>
  texts.map((text, at) => JSON.stringify({ id: at, text, ...more(at) })).join('\n');
const texts = Array.from({ length: 53 }, (_, at) => `w${3 + (at % 27)} w7 w${3 + Math.floor(at / 3)} w5 w9`);

describe('a model on a server', () => {
  it('is measured by "study"', async () => {
    const set = file(
      'set.jsonl',
      lines(texts, (at) => ({ class: at < 41 ? 'normal' : 'injection' })),
    );
    const study = ['study', ...served(), '--input-jsonl', set, '--generate', '0', '--format', 'json'];
    const got = await runBeside(study);
    expect(got).toMatchObject({ status: 0, stderr: '' });
    const { set: read, pairs } = StudyReport.parse(JSON.parse(got.stdout));
    expect(read.classes.map(({ prompts }) => prompts)).toEqual([41, 12]);
    expect(pairs[0]!.prompt.length).toBeGreaterThan(3);
  });

  it('cannot be calibrated, which is said', async () => {
    const clean = file(
      'clean.jsonl',
      lines(texts, () => ({})),
    );
    expectRefusal(
      await runBeside(['calibrate', ...served(), '--clean', clean]),
      /needs the file of the model/,
    );
  });
});
