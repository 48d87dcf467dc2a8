import { createHash } from 'node:crypto';
import { SCHEMA_VERSION, type PackedAnalysis } from '../protocol/analysis';
import { AttnscopeError } from '../protocol/errors';
import type { Inference, InferenceProgress, Overflow } from '../protocol/inference';
import type { Finding } from '../protocol/finding';
import type { PackedPrompt } from '../protocol/prompt';
import { sentence } from '../protocol/sentence';
import type { Scan } from './scanText';

/** What is analysed, and by which model. */
export interface AnalyzeRequest {
  /** The text as the editor holds it: BOM dropped, line ends kept. */
  text: string;
  /** A model folder or graph file. */
  model: string;
  /** What to do with a prompt longer than the context. */
  overflow: Overflow;
  toolVersion: string;
  /** Reads the text as a prompt; in a thread of its own where the caller has other things to do. */
  scan: () => Scan | Promise<PackedScan>;
}

/** A scan whose prompt came packed from another thread, and goes on as it is. */
export interface PackedScan {
  prompt: PackedPrompt;
  findings: Finding[];
}

/**
 * Reads a prompt with a model: findings, and what the model attends to in the text and at each finding.
 *
 * @throws AttnscopeError `bad-input` where there is nothing to read; else what the inference process refuses.
 */
export async function analyzePrompt(
  inference: Inference,
  request: AnalyzeRequest,
  options: { signal?: AbortSignal; onProgress?: (progress: InferenceProgress) => void } = {},
): Promise<PackedAnalysis> {
  const { text, model, overflow } = request;
  if (text.trim() === '') {
    throw new AttnscopeError('bad-input', [
      sentence(
        'The prompt is empty, so there is nothing for the model to read. Write or select some text first.',
      ),
    ]);
  }
  const started = performance.now();
  const { prompt, findings } = await request.scan();
  const detection = performance.now() - started;

  const read = await inference.request(
    'analyze',
    {
      model,
      input:
        'packed' in prompt
          ? { rendering: prompt.rendering, packed: prompt.packed }
          : { rendering: prompt.rendering, segments: prompt.segments },
      spans: findings.map(({ start, end }) => ({ start, end })),
      overflow,
    },
    options,
  );

  const kept = read.tokens.length;
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'attnscope', version: request.toolVersion },
    model: read.model,
    text: { length: text.length, sha256: createHash('sha256').update(text, 'utf8').digest('hex') },
    format: prompt.format,
    rendering: prompt.rendering,
    template: read.template,
    truncated: read.totalTokens > kept ? { tokens: read.totalTokens, kept } : null,
    segments: prompt.segments.map(({ role, trust, start, end }) => ({ role, trust, start, end })),
    tokens: read.tokens,
    findings,
    // Verdicts need a calibrated probe; until one is run there are none to tell.
    spans: [],
    findingAttention: read.spans,
    summary: read.summary,
    timings: { detection, ...read.timings, total: performance.now() - started },
  };
}
