import { Command } from 'commander';
import { measurePrompt } from '../../analysis/measurePrompt';
import { compileCheckers, type CheckAnswer } from '../../behaviour/compileCheckers';
import { readCheckers } from '../../behaviour/readCheckers';
import { refuseOtherModel } from '../../monitor/baseline';
import { openMonitor, type Monitor } from '../../monitor/monitor';
import { checkNext, START } from '../../monitor/stream';
import type { Behaviour } from '../../protocol/behaviour';
import type { Inference } from '../../protocol/borders/inference';
import { AttnscopeError } from '../../protocol/errors';
import type { CheckLine, MonitorBaseline } from '../../protocol/measured/monitor';
import { answerLines } from '../jsonLines';
import { EXIT } from '../outcome';
import { readText } from '../../files/readInput';
import { runSettings } from '../modelOptions';
import { withInference } from '../withInference';
import { openAlertWriter, type AlertWriter } from './alertWriter';
import { readBaseline } from './baselineFile';
import {
  addInputOptions,
  openInputs,
  type InputOptions,
  type MonitorInput,
  type MonitorInputs,
} from './inputs';
import { wholeNumber } from './wholeNumber';

interface CheckOptions extends InputOptions {
  baseline: string;
  oneIn: number;
  checkers?: string;
  generate: number;
  alerts?: string;
  withText?: boolean;
}

/** `attnscope monitor check`: whether inputs are like those of a baseline. */
export function checkCommand(): Command {
  return addInputOptions(new Command('check'))
    .summary('say which inputs are unlike those of a baseline')
    .description(
      'Compares inputs with a baseline: one line of JSON for each, in order, as soon as it is known. An anomaly is what the model does with an input, no proof of an attack.',
    )
    .requiredOption('--baseline <file>', 'baseline of "monitor fit"')
    .option(
      '--one-in <inputs>',
      'how rare false alarms are to be: one in so many normal inputs',
      wholeNumber(2),
      100,
    )
    .option('--checkers <file>', 'let the model answer, and check its answers (docs/behaviour.md)')
    .option('--generate <tokens>', 'most tokens of an answer', wholeNumber(1), 40)
    .option(
      '--alerts <log>',
      'append an alert for each anomaly, and each alarm of the stream, to this log (docs/alerts.md)',
    )
    .option('--with-text', 'keep the text of these inputs in the log too')
    .addHelpText(
      'after',
      `
Examples:
  attnscope monitor check --baseline mails.json --template summary.yaml --inputs new.jsonl
  tail -f inputs.jsonl | attnscope monitor check --baseline normal.json --input-jsonl - --alerts alerts.jsonl

Exit codes: 0 no alarm, 1 alarms, 2 an error or an incomplete run.`,
    )
    .action(async (paths: string[], options: CheckOptions) => {
      const inputs = await openInputs(paths, options);
      const baseline = await readBaseline(options.baseline);
      refuseOtherTemplate(baseline, inputs);
      const monitor = openMonitor(baseline, options.oneIn);
      const answers = options.checkers === undefined ? undefined : await checkersOf(options.checkers);
      const alerts = await alertsOf(options, monitor, inputs);
      process.exitCode = await withInference(
        (inference, signal) => checkInputs({ inference, signal, monitor, answers, alerts, options }, inputs),
        runSettings(options, { keepsMaps: false }),
      );
    });
}

interface Run {
  inference: Inference;
  signal: AbortSignal;
  monitor: Monitor;
  answers: CheckAnswer | undefined;
  alerts: AlertWriter | undefined;
  options: CheckOptions;
}

async function checkInputs(run: Run, { lines }: MonitorInputs): Promise<number> {
  const { inference, signal, monitor, options } = run;
  refuseOtherModel(
    monitor.baseline,
    await inference.request('openModel', { model: options.model }, { signal }),
  );
  let stream = START;
  let alarms = false;
  let lost = false;
  const complete = await answerLines(lines, undefined, async (input) => {
    const { line, after, text } = await checkOne(run, input, stream);
    stream = after;
    alarms ||= line.anomaly || line.window!.alarm;
    // The line that tells of an alarm follows its alert.
    if (run.alerts && !(await run.alerts.write(line, input, text))) lost = true;
    return line;
  });
  if (!complete || lost) return EXIT.error;
  return alarms ? EXIT.findings : EXIT.clean;
}

async function checkOne(run: Run, input: MonitorInput, stream: typeof START) {
  const { inference, signal, monitor, answers, options } = run;
  const { prompt, text: written } = await input.read();
  const measured = await measurePrompt(inference, { ...prompt, model: options.model }, { signal });
  const { line, after } = checkNext(monitor, stream, input.id, measured.features);
  const { wanted } = input;
  if (!answers && wanted === undefined) return { line, after, text: written };
  const asked = {
    ...{ model: options.model, tokenIds: measured.tokens.map((token) => token.id) },
    ...{ spans: [], changes: [], continuation: answers ? options.generate : 0, answer: wanted },
  };
  const { before, answer } = await inference.request('counterfactual', asked, { signal });
  const behaviour: Behaviour = {
    tokens: before.continuation?.tokens.length ?? 0,
    checks: answers?.(before.continuation!.text) ?? {},
    kl: line.behaviour?.kl ?? null,
    wanted: before.answer === null ? null : before.answer / answer.length,
  };
  return { line: { ...line, behaviour } satisfies CheckLine, after, text: written };
}

async function alertsOf(
  { alerts, baseline, withText = false }: CheckOptions,
  monitor: Monitor,
  { template }: MonitorInputs,
): Promise<AlertWriter | undefined> {
  if (alerts !== undefined) return openAlertWriter(alerts, { monitor, baseline, template, withText });
  if (!withText) return undefined;
  throw new AttnscopeError(
    'bad-input',
    'The text is kept in the log of alerts: name one with --alerts FILE.',
  );
}

async function checkersOf(file: string): Promise<CheckAnswer> {
  return compileCheckers(readCheckers(await readText(file), file));
}

function refuseOtherTemplate({ template: own }: MonitorBaseline, { template }: MonitorInputs): void {
  if (own?.sha256 === template?.sha256) return;
  const why = !own
    ? 'The baseline was made of whole prompts, and these inputs are put into a template.'
    : !template
      ? `The baseline was made with the template ${own.name}, and these inputs are whole prompts.`
      : `The baseline was made with the template ${own.name}, and ${template.name} is another text.`;
  throw new AttnscopeError(
    'bad-input',
    `${why} Inputs of one template can be compared alone: fit a baseline of these.`,
  );
}
