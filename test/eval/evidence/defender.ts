import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { Tokenizer } from 'tokenizers';
import type { Scorer } from './scorers';
import { evaluationFolder } from './stateCache';

/** Longest input that the classifier was made for, tokens. */
const LIMIT = 256;

/** The folder of the classifier in the Python package `stackone-defender`, where pip gave it to `python3`. */
export function defenderFolder(given: string | undefined): string | null {
  const code = 'import stackone_defender as s; print(s.__path__[0])';
  const found = (): string => {
    try {
      return execFileSync('python3', ['-c', code], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      }).trim();
    } catch {
      return '';
    }
  };
  const folder = given ?? path.join(found(), 'models', 'minilm-multihead-v5');
  return existsSync(path.join(folder, 'model_quantized.onnx')) ? folder : null;
}

/** The classifier's main logit for each sentence by itself; those of former runs are kept on disk. */
export async function defenderScorer(folder: string, threads: number): Promise<Scorer> {
  const tokenizer = Tokenizer.fromString(readFileSync(path.join(folder, 'tokenizer.json'), 'utf8'));
  const session = await InferenceSession.create(path.join(folder, 'model_quantized.onnx'), {
    intraOpNumThreads: threads,
    logSeverityLevel: 3,
  });
  async function logit(sentence: string): Promise<number> {
    const encoding = await tokenizer.encode(sentence, null, { addSpecialTokens: true });
    const mask = encoding.getAttentionMask();
    const real = encoding.getIds().filter((_, i) => mask[i] === 1);
    const ids = real.length > LIMIT ? [...real.slice(0, LIMIT - 1), real.at(-1)!] : real;
    const ints = (values: number[]): Tensor =>
      new Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);
    const feeds: Record<string, Tensor> = {
      input_ids: ints(ids),
      attention_mask: ints(ids.map(() => 1)),
      token_type_ids: ints(ids.map(() => 0)),
    };
    const fed = Object.fromEntries(session.inputNames.map((name) => [name, feeds[name]!]));
    const results = await session.run(fed);
    return Number(results[session.outputNames[0]!]!.data[0]);
  }
  mkdirSync(evaluationFolder(), { recursive: true });
  const file = path.join(evaluationFolder(), 'defender.jsonl');
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
  const known = new Map(lines.map((line) => JSON.parse(line) as [sentence: string, logit: number]));
  async function keptLogit(sentence: string): Promise<number> {
    const key = createHash('sha256').update(sentence).digest('hex').slice(0, 32);
    const kept = known.get(key);
    if (kept !== undefined) return kept;
    const score = await logit(sentence);
    known.set(key, score);
    appendFileSync(file, `${JSON.stringify([key, score])}\n`);
    return score;
  }
  return async ({ text }, sentences) => {
    const scores: number[] = [];
    for (const { start, end } of sentences) scores.push(await keptLogit(text.slice(start, end)));
    return scores;
  };
}
