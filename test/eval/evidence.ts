// Prints how well the scores tell what was planted from clean texts, on sources that nothing was fitted on:
// `npm run eval:evidence -- [--share 0.3] [--task files,data] [--unit window,file,document] [--documents FILE] [--probes FOLDER] [--defender FOLDER]
// [--scores FILE] [--threads 2] [--full]`.
//
// Never fails; a line says what was skipped because it is absent. `--share` is how much of the texts is used (0.3);
// `--full` uses all. States that the model was run for, and the classifier's scores, are kept in the user's cache
// folder (`attnscope/evaluation`): only the first run takes long. `--probes` measures another folder's probes,
// `--scores` writes each text's score and the rank of its plant by every scorer, JSON Lines.
import { appendFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { sentencesOf } from '../../src/prompts/sentences';
import { defenderFolder, defenderScorer } from './evidence/defender';
import type { SourceRange } from '../../src/protocol/prompt';
import type { EvalSet, EvalTask, EvalText } from './evidence/evalText';
import { fitNgrams } from '../../src/calibration/ngrams';
import { promptFiles } from './evidence/promptFiles';
import { bundledHash } from '../../scripts/probes/stateModel';
import {
  bySentence,
  chance,
  length,
  longestSentence,
  probeScorer,
  type Scorer,
  shippedProbes,
} from './evidence/scorers';
import { evaluationFolder } from './evidence/stateCache';
import { untrusted } from './evidence/untrusted';
import { judge, printTables, type Scored } from './evidence/tables';

const { values: options } = parseArgs({
  options: {
    share: { type: 'string', default: '0.3' },
    task: { type: 'string', default: 'files,data' },
    unit: { type: 'string', default: 'window,file,document' },
    documents: { type: 'string', default: path.join(evaluationFolder(), 'documents.jsonl') },
    probes: { type: 'string', default: shippedProbes },
    defender: { type: 'string' },
    scores: { type: 'string' },
    threads: { type: 'string', default: '2' },
    full: { type: 'boolean', default: false },
  },
});
const threads = Number(options.threads);
const share = options.full ? 1 : Number(options.share);

/** The tasks, by the names of `--task`. */
const tasks: Readonly<Record<string, () => EvalTask | null>> = {
  files: () => promptFiles(share),
  data: () => untrusted(share, options.documents),
};

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
  const probe = await probeScorer(set, options.probes, await bundledHash(), threads);
  if (probe) scorers.set(`probe: ${set.probe}`, { score: probe.score, threshold: probe.threshold[set.unit] });
  else say(`Skipped: ${options.probes} has no probe "${set.probe}" for the bundled model.`);
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
  let unread = 0;
  for (const text of set.texts) {
    const sentences = sentencesOf(text.text);
    if (sentences.length === 0) continue;
    const scores = new Map<string, (number | null)[]>();
    for (const [name, { score }] of scorers) scores.set(name, await score(text, sentences));
    if (maskUnread(text, sentences, scores, `probe: ${set.probe}`))
      scored.push({ ...text, sentences, scores });
    else unread++;
    if (performance.now() - said < 30_000) continue;
    said = performance.now();
    process.stderr.write(`${set.name}: ${scored.length} of ${set.texts.length}\n`);
  }
  if (unread > 0)
    say(
      `\nLeft out of ${set.name}: ${unread} plants that stand beyond the ${set.tokens} tokens that are read.`,
    );
  return scored;
}

/**
 * Takes the scores of sentences that the probe did not read from the other scorers too: all are to judge the same. Returns
 * whether the plant, where there is one, was read.
 */
function maskUnread(
  { span }: EvalText,
  sentences: readonly SourceRange[],
  scores: Map<string, (number | null)[]>,
  probe: string,
): boolean {
  const read = scores.get(probe)?.map((score) => score !== null);
  if (!read) return true;
  for (const [name, some] of scores)
    scores.set(
      name,
      some.map((score, i) => (read[i] ? score : null)),
    );
  return !span || sentences.some(({ start, end }, i) => read[i] && start < span.end && end > span.start);
}

function keepScores(file: string, { name }: EvalSet, scored: readonly Scored[]): void {
  for (const text of scored) {
    const { kind, source, twin } = text;
    const of = [...text.scores.keys()].map((scorer) => {
      const { best, rank } = judge(text, scorer);
      return [scorer, { best, rank }] as const;
    });
    const line = { set: name, kind, source, twin, characters: text.text.length, ...Object.fromEntries(of) };
    appendFileSync(file, `${JSON.stringify(line)}\n`);
  }
}

async function main(): Promise<void> {
  if (options.scores !== undefined) writeFileSync(options.scores, '');
  for (const name of options.task.split(',')) {
    const task = tasks[name]?.();
    if (!task) {
      say(`Skipped: there are no labelled texts for "${name}" beside the project.`);
      continue;
    }
    if (task.sets.every(({ unit }) => unit === 'window'))
      say(
        `Skipped: no clean documents in ${options.documents} (scripts/probes/data/documents.py gathers some).`,
      );
    for (const set of task.sets.filter(({ unit }) => options.unit.split(',').includes(unit))) {
      const scorers = await scorersFor(set, task);
      const scored = await scoreSet(set, scorers);
      if (options.scores !== undefined) keepScores(options.scores, set, scored);
      printTables(set, scored, scorers);
    }
  }
}

void main();
