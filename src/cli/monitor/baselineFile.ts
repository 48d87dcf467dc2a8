import { AttnscopeError } from '../../protocol/errors';
import { MonitorBaseline } from '../../protocol/measured/monitor';
import { quoted } from '../../protocol/plainText';
import { readText } from '../../files/readInput';
import { writeOutput } from '../writeOutput';

/** @throws AttnscopeError `bad-input` where the file is missing, or no baseline of this version. */
export async function readBaseline(file: string): Promise<MonitorBaseline> {
  const text = await readText(file);
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw refused(file, 'it is not valid JSON');
  }
  const read = MonitorBaseline.safeParse(document);
  if (read.success) return read.data;
  throw refused(file, `it has no valid ${quoted(read.error.issues[0]?.path.join('.') || 'top')}`);
}

/** Writes a baseline, a line for each reference input, so that versions can be compared. */
export async function writeBaseline(file: string, baseline: MonitorBaseline): Promise<void> {
  await writeOutput(file, `${JSON.stringify(baseline, null, 1)}\n`);
}

function refused(file: string, why: string): AttnscopeError {
  return new AttnscopeError(
    'bad-input',
    `${quoted(file)} is not a monitor's baseline: ${why}. Make one with "attnscope monitor fit".`,
  );
}
