import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { Calibration } from '../../../src/protocol/measured/calibration';
import { readProbe } from '../../../src/probes/probeFile';
import { expectRefusal, file, folder, root, run } from './runCli';

const page = readFileSync(path.join(root, 'docs/calibrate.md'), 'utf8');
const [, example] = /^ {4}node dist\/cli\.js (calibrate .+)$/m.exec(page)!;

it('runs the example of its page, and keeps a probe for the model that it was fitted to', () => {
  const args = example!.split(' ').map((arg) => (arg.startsWith('media/') ? path.join(root, arg) : arg));
  const { status, stdout, stderr } = run(args, undefined, 580_000);
  expect([status, stderr]).toEqual([0, expect.stringMatching(/^Written: /m)]);
  expect(stdout).toMatch(/24 clean texts, 24 of them again with a plant/);
  for (const name of ['probe', 'length', 'longest sentence', 'n-grams'])
    expect(stdout).toMatch(new RegExp(`^${name} +\\.?\\d`, 'm'));
  expect(stdout).toMatch(/It warns from a score|does not warn/);

  const read = (name: string) => readFileSync(path.join(folder, 'calibrated', name));
  const calibration = Calibration.parse(JSON.parse(read('planted-instruction.calibration.json').toString()));
  const probe = readProbe(read('planted-instruction.json').toString(), read('planted-instruction.bin'));
  expect(probe.model.sha256).toBe(calibration.model.sha256);
  expect(probe.threshold.file ?? null).toBe(calibration.threshold);
  // Of what no part had seen the states tell something.
  expect(calibration.rows[0]!.auroc.value).toBeGreaterThan(0.7);
}, 600_000);

it('refuses texts that are too few, and lines that are none', () => {
  const few = Array.from({ length: 3 }, () => '{"text": "Be brief. Name your sources."}').join('\n');
  expectRefusal(
    run(['calibrate', '--clean', file('few.jsonl', few)]),
    /Of the clean texts 3 could be read, .* 20/,
  );
  const wrong = file('wrong.jsonl', '{"words": 1}\n');
  expectRefusal(run(['calibrate', '--clean', wrong]), /line 1, is no object with a "text"/);
});
