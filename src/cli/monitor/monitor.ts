import { Command, Option } from 'commander';
import { mergeBaselines } from '../../monitor/baseline';
import { compareBaselines } from '../../monitor/compare';
import { inspectBaseline } from '../../monitor/inspect';
import { comparedText, inspectedText } from '../../report/monitorText';
import { safeJson } from '../../report/safeJson';
import { print } from '../writeOutput';
import { alertsCommand } from './alerts';
import { readBaseline, writeBaseline } from './baselineFile';
import { checkCommand } from './check';
import { fitCommand } from './fit';

interface Format {
  format: 'text' | 'json';
}

/** `attnscope monitor`: whether what a model does with inputs stays as it was. */
export function monitorCommand(version: string): Command {
  return new Command('monitor')
    .summary('tell inputs that a model reads unlike normal ones')
    .description(
      'Learns what a model does with normal inputs, and says which others are unlike them (docs/monitor.md).',
    )
    .addCommand(fitCommand(version))
    .addCommand(checkCommand())
    .addCommand(alertsCommand(version))
    .addCommand(inspectCommand())
    .addCommand(compareCommand())
    .addCommand(mergeCommand());
}

function inspectCommand(): Command {
  return new Command('inspect')
    .summary('show what a baseline holds and can promise')
    .argument('<baseline>', 'baseline file')
    .addOption(formatOption())
    .action(async (file: string, { format }: Format) => {
      const inspected = inspectBaseline(await readBaseline(file));
      await print(format === 'json' ? `${safeJson(inspected, 2)}\n` : inspectedText(inspected));
    });
}

function compareCommand(): Command {
  return new Command('compare')
    .summary('show how two baselines of one model differ')
    .argument('<before>', 'baseline file')
    .argument('<after>', 'baseline file')
    .addOption(formatOption())
    .action(async (before: string, after: string, { format }: Format) => {
      const compared = compareBaselines(await readBaseline(before), await readBaseline(after));
      await print(format === 'json' ? `${safeJson(compared, 2)}\n` : comparedText(compared));
    });
}

function mergeCommand(): Command {
  return new Command('merge')
    .summary('make one baseline of several')
    .description(
      'Makes the baseline of the inputs of several ones, the same as if they had been measured in one go.',
    )
    .argument('<baselines...>', 'baseline files of one model and template')
    .requiredOption('--out <file>', 'baseline file to write')
    .action(async (files: string[], { out }: { out: string }) => {
      const baselines = [];
      for (const file of files) baselines.push(await readBaseline(file));
      await writeBaseline(out, mergeBaselines(baselines));
    });
}

function formatOption(): Option {
  return new Option('--format <format>', 'what to write').choices(['text', 'json']).default('text');
}
