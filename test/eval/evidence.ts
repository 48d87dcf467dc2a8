// Prints how well the scores tell planted instructions from clean texts, on sources that nothing was fitted on:
// `npm run eval:evidence -- [--share 0.3] [--task files|data] [--defender FOLDER] [--threads 2] [--full]`.
//
// Never fails; a line says what was skipped because it is absent. `--share` is how much of the texts is used (0.3,
// which takes some twenty minutes on two cores); `--full` uses all.
import { parseArgs } from 'node:util';
import { sentencesOf } from '../../src/prompts/sentences';
import { defenderFolder, defenderScorer } from './evidence/defender';
import type { EvalSet, EvalTask } from './evidence/evalText';
import { fitNgrams } from '../../src/calibration/ngrams';
import { promptFiles } from './evidence/promptFiles';
import { bySentence, chance, length, longestSentence, probeScorer, type Scorer } from './evidence/scorers';
import { printTables, type Scored } from './evidence/tables';

const { values: options } = parseArgs({
  options: {
    share: { type: 'string', default: '0.3' },
    task: { type: 'string', default: 'files,data' },
    defender: { type: 'string' },
    threads: { type: 'string', default: '2' },
    full: { type: 'boolean', default: false },
  },
});
const threads = Number(options.threads);
const share = options.full ? 1 : Number(options.share);

/** The tasks, by the names of `--task`. */
const tasks: Readonly<Record<string, (share: number) => EvalTask | null>> = { files: promptFiles };

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const sentencesToLearn = ({ training }: EvalTask) =>
  training.flatMap(({ text, plants, sentences }) =>
    sentences.map(([start, end]) => ({
      text: text.slice(start, end),
      planted: plants.some((plant) => plant.start < end && plant.end > start),
    })),
  );

async function scorersFor(
  set: EvalSet,
  task: EvalTask,
): Promise<Map<string, { score: Scorer; threshold?: number }>> {
  const scorers = new Map<string, { score: Scorer; threshold?: number }>();
  const probe = await probeScorer(set.probe, threads);
  if (probe) scorers.set(`probe: ${set.probe}`, { score: probe.score, threshold: probe.threshold[set.unit] });
  else say(`Skipped: media/probes has no probe "${set.probe}" for the bundled model.`);
  scorers.set('length', { score: length });
  scorers.set('longest sentence', { score: longestSentence });
  scorers.set('random', { score: chance() });
  scorers.set('n-grams 3-5', { score: bySentence(fitNgrams(sentencesToLearn(task))) });
  const folder = defenderFolder(options.defender);
  if (folder) scorers.set('stackone-defender', { score: await defenderScorer(folder, threads) });
  else
    say(
      'Skipped: stackone-defender is not there (pip install stackone-defender==0.9.4, or --defender FOLDER).',
    );
  return scorers;
}

async function scoreSet(set: EvalSet, scorers: ReadonlyMap<string, { score: Scorer }>): Promise<Scored[]> {
  const scored: Scored[] = [];
  let said = performance.now();
  for (const text of set.texts) {
    const sentences = sentencesOf(text.text);
    if (sentences.length === 0) continue;
    const scores = new Map<string, (number | null)[]>();
    for (const [name, { score }] of scorers) scores.set(name, await score(text, sentences));
    scored.push({ ...text, sentences, scores });
    if (performance.now() - said < 30_000) continue;
    said = performance.now();
    process.stderr.write(`${set.name}: ${scored.length} of ${set.texts.length}\n`);
  }
  return scored;
}

async function main(): Promise<void> {
  for (const name of options.task.split(',')) {
    const task = tasks[name]?.(share);
    if (!task) {
      say(`Skipped: there are no labelled texts for "${name}" beside the project.`);
      continue;
    }
    for (const set of task.sets) {
      const scorers = await scorersFor(set, task);
      const scored = await scoreSet(set, scorers);
      printTables(set, scored, scorers);
    }
  }
}

void main();
