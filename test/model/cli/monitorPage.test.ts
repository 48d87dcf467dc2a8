import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { CheckLine } from '../../../src/protocol/measured/monitor';
import { folder, root, run } from './runCli';

/** The commands of the page's example, as they are typed there. */
const page = readFileSync(path.join(root, 'docs/monitor.md'), 'utf8');
const [, block = ''] = /^```sh\n([^]*?)^```$/m.exec(page)!;
const commands = block.trim().split('\n');

it('the example of docs/monitor.md does what the page says', () => {
  cpSync(path.join(root, 'docs/examples/monitor'), folder, { recursive: true });
  expect(commands).toHaveLength(2);
  const [fit, check] = commands.map((command) => run(command.split(' ').slice(1)));
  expect(fit!.status).toBe(0);
  expect(fit!.stderr).toContain('24 inputs measured');
  const told = check!.stdout
    .trim()
    .split('\n')
    .map((line) => CheckLine.parse(JSON.parse(line)));
  // The table of the page: id, alarm, score.
  const rows = [...page.matchAll(/^\| `([^`]+)` +\| (yes|no) +\| (-?[\d.]+) +\|/gm)];
  expect(rows).toHaveLength(4);
  told.forEach(({ id, anomaly, score }, at) => {
    const [, name, alarm, written] = rows[at]!;
    expect([id, anomaly ? 'yes' : 'no']).toEqual([name, alarm]);
    // Another processor rounds sums of states a little differently.
    expect(Math.abs(score - Number(written))).toBeLessThan(0.1);
  });
  expect(check!.status).toBe(1);
});
