import { Command, Option } from 'commander';
import { readAlertLog } from '../../alerts/readAlertLog';
import type { Alert } from '../../protocol/measured/alert';
import { inWords } from '../../protocol/sentence';
import { alertLine, alertWhy } from '../../report/alerts/alertLine';
import { evaluationResult } from '../../report/alerts/openTelemetry';
import { safeJson } from '../../report/safeJson';
import { EXIT } from '../outcome';
import { print } from '../writeOutput';

type Format = 'text' | 'json' | 'otel';

/** `attnscope monitor alerts`: what a log of alerts holds. */
export function alertsCommand(version: string): Command {
  return new Command('alerts')
    .summary('list the alerts of a log, or convert them')
    .description(
      'Lists the alerts of a log and of its files that were put aside, the oldest first. A line that is no alert is told by its number, and the rest goes on.',
    )
    .argument('<log>', 'log of "monitor check --alerts"')
    .addOption(
      new Option('--format <format>', 'otel: OpenTelemetry events gen_ai.evaluation.result, OTLP/JSON a line')
        .choices(['text', 'json', 'otel'])
        .default('text'),
    )
    .addHelpText(
      'after',
      `
Examples:
  attnscope monitor alerts alerts.jsonl
  attnscope monitor alerts alerts.jsonl --format otel > events.jsonl

Exit codes: 0 all was read, 2 an error, or a line that is no alert.`,
    )
    .action(async (log: string, { format }: { format: Format }) => {
      for await (const read of readAlertLog(log)) {
        if ('error' in read) {
          process.exitCode = EXIT.error;
          process.stderr.write(`${inWords([read.error])}\n`);
        } else if (!(await print(`${written(read, format, version)}\n`))) return;
      }
    });
}

function written(alert: Alert, format: Format, version: string): string {
  if (format === 'text') return alertLine(alert);
  return safeJson(format === 'json' ? alert : evaluationResult(alert, alertWhy(alert), version));
}
