import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { analyze } from '../../../src/analysis/analyze';
import { readDocument } from '../../../src/analysis/readDocument';
import { spawnChild } from '../../../src/inference/client/childProcess';
import { createInferenceClient } from '../../../src/inference/client/createInferenceClient';
import { openAnalysis } from '../../../src/protocol/analysis';
import { writeReport } from '../../../src/report/writeReport';
import { bundled, median, numberOf, type Part, root, timed } from './figures';

const TOKENS = numberOf('ATTNSCOPE_BENCH_TOKENS', 8_192);
const ROUNDS = numberOf('ATTNSCOPE_BENCH_ROUNDS', 1);
const WORDS = 'the ferry leaves from that island at nine and people bring a coat for the long way home'.split(
  ' ',
);

const text = Array.from({ length: TOKENS }, (_, at) => WORDS[(at * at + 3 * at) % WORDS.length]).join(' ');

/** Peak RSS of a process so far, in MB; NaN where the system does not tell. */
function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
  } catch {
    return NaN;
  }
}

interface Measured {
  analysis: number;
  report: number;
  peakOfAnalysis: number;
  peak: number;
  ids: number[];
}

/** An analysis that a report follows, in an inference process of its own. */
async function withReport(): Promise<Measured> {
  let pid: number | undefined;
  const client = createInferenceClient({
    childPath: path.join(root, 'dist/inference.js'),
    spawn(childPath, settings) {
      const child = spawnChild(childPath, settings);
      pid = child.pid;
      return child;
    },
  });
  try {
    await client.request('openModel', { model: bundled });
    let ids: number[] = [];
    let result!: ReturnType<typeof openAnalysis>;
    const analysis = await timed(async () => {
      const read = () => readDocument({ text });
      const about = {
        text,
        model: bundled,
        overflow: 'keep-last',
        toolVersion: '0',
        forReport: true,
      } as const;
      result = openAnalysis((await analyze(client, { ...about, read })).result);
      ids = result.tokens.map(({ id }) => id);
    });
    const peakOfAnalysis = peakOf(pid);
    // It takes minutes: what is known is told as it comes.
    console.error(`analysis ${(analysis / 1e3).toFixed(0)} s, ${peakOfAnalysis.toFixed(0)} MB`);
    const code = { script: path.join(root, 'dist/report.js'), style: path.join(root, 'dist/report.css') };
    const options = { signal: new AbortController().signal, onProgress: () => undefined };
    const about = { result, title: 'bench', text, mask: false, model: bundled };
    const report = await timed(() => writeReport(client, about, code, options));
    console.error(`report ${(report / 1e3).toFixed(0)} s, ${peakOf(pid).toFixed(0)} MB`);
    return { analysis, report, peakOfAnalysis, peak: peakOf(pid), ids };
  } finally {
    client.dispose();
  }
}

function plain(ids: number[]): Promise<{ ms: number; peak: number }> {
  const child = fork(path.join(import.meta.dirname, 'plainForward.ts'), { execArgv: ['--import', 'tsx'] });
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('error', reject);
    child.send(ids);
  });
}

/** 8,192 tokens: an analysis with its report against the model alone, memory and time. */
export const longPrompt: Part = async () => {
  const rounds: { ours: Measured; alone: { ms: number; peak: number } }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const ours = await withReport();
    rounds.push({ ours, alone: await plain(ours.ids) });
  }
  const tokens = rounds[0]!.ours.ids.length;
  const of = (measure: (round: (typeof rounds)[number]) => number) => median(rounds.map(measure));
  return [
    {
      name: `${tokens} tokens, plain forward in chunks`,
      value: of(({ alone }) => alone.ms / 1e3),
      unit: 's',
    },
    {
      name: 'analysis with single heads for a report',
      value: of(({ ours }) => ours.analysis / 1e3),
      unit: 's',
    },
    { name: 'the report after it', value: of(({ ours }) => ours.report / 1e3), unit: 's' },
    {
      ...{ name: 'analysis / plain forward', unit: 'x' },
      value: of(({ ours, alone }) => ours.analysis / alone.ms),
    },
    {
      ...{ name: 'analysis and report / analysis', unit: 'x', goal: '<= 2' },
      value: of(({ ours }) => (ours.analysis + ours.report) / ours.analysis),
    },
    { name: 'peak RSS of the plain forward', value: of(({ alone }) => alone.peak), unit: 'MB' },
    {
      name: 'peak RSS of the inference process, analysis',
      value: of(({ ours }) => ours.peakOfAnalysis),
      unit: 'MB',
    },
    {
      ...{ name: 'the same, report included', value: of(({ ours }) => ours.peak) },
      ...{ unit: 'MB', goal: '<= 1500' },
    },
  ];
};
