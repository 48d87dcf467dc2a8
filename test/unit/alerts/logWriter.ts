// A process that writes alerts to a log, for tests that end it or run several:
//   node --import tsx logWriter.ts LOG NAME COUNT AT_ONCE MAX_BYTES
// It prints the id of each alert once that is written, or why it could not be.
import { writeSync } from 'node:fs';
import { openAlertLog } from '../../../src/alerts/alertLog';
import { alertSample } from './alertSample';

async function main([file, name, count, atOnce, maxBytes]: string[]): Promise<void> {
  const rotation = { maxBytes: Number(maxBytes), keep: 1000 };
  const log = await openAlertLog(file!, () => undefined, rotation);
  let next = 0;
  const write = async (): Promise<void> => {
    while (next < Number(count)) {
      const id = `${name}-${next++}`;
      await log.append(JSON.stringify(alertSample({ id })));
      writeSync(1, `${id}\n`);
    }
  };
  await Promise.all(Array.from({ length: Number(atOnce) }, write));
}

main(process.argv.slice(2)).catch((error: Error) => {
  writeSync(2, `${error.message}\n`);
  process.exit(2);
});
