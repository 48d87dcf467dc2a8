import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { openMonitor, type Monitor } from '../../../monitor/monitor';
import { AttnscopeError } from '../../../protocol/errors';
import type { Alert } from '../../../protocol/measured/alert';
import { MonitorBaseline } from '../../../protocol/measured/monitor';
import { quoted } from '../../../protocol/plainText';

/** One false alarm in so many inputs is what an editor asks for; in fewer, where the baseline is small. */
const ONE_IN = 100;

/** A baseline that is ready to check prompts, and which one it is. */
export interface OpenedBaseline {
  monitor: Monitor;
  named: Alert['baseline'];
}

/** The baseline that was opened last: fitting one takes a moment. */
let last: { key: string; opened: OpenedBaseline } | undefined;

/**
 * Reads a baseline and makes it ready.
 *
 * @throws AttnscopeError `bad-input` where it cannot be read, is no baseline, or holds too few inputs
 */
export async function openBaseline(file: string): Promise<OpenedBaseline> {
  const { mtimeMs, size } = await stat(file).catch((error: unknown) => {
    throw unreadable(file, error);
  });
  const key = [file, mtimeMs, size].join('\n');
  if (last?.key === key) return last.opened;
  const text = await readFile(file, 'utf8');
  const baseline = parseBaseline(file, text);
  const oneIn = Math.min(ONE_IN, baseline.reference.length + 1);
  const sha256 = createHash('sha256').update(text).digest('hex');
  const opened = { monitor: openMonitor(baseline, oneIn), named: { sha256, name: path.basename(file) } };
  last = { key, opened };
  return opened;
}

function parseBaseline(file: string, text: string): MonitorBaseline {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const parsed = MonitorBaseline.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AttnscopeError(
    'bad-input',
    vscode.l10n.t(
      '{0} is no baseline of the monitor. Make one with "Fit a Baseline From Prompts…", or attnscope monitor fit.',
      quoted(file),
    ),
  );
}

function unreadable(file: string, cause: unknown): AttnscopeError {
  return new AttnscopeError(
    'bad-input',
    vscode.l10n.t('There is no baseline at {0}. Check the setting attnscope.monitor.baseline.', quoted(file)),
    { cause },
  );
}
