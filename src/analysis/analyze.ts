import { createHash } from 'node:crypto';
import { SCHEMA_VERSION, type Calibration, type PassedAnalysis } from '../protocol/analysis';
import type { AnomalyRule, SpanAttention } from '../protocol/attention';
import type { Document, Source } from '../protocol/document';
import { AttnscopeError } from '../protocol/errors';
import type { Inference, Overflow, RequestOptions } from '../protocol/borders/inference';
import { sentence } from '../protocol/sentence';
import { lineStarts, positionAt } from '../prompts/positions';
import type { PromptOutline } from '../protocol/prompt';
import { ProbeName, type ProbeReading } from '../protocol/requests/probes';
import { classifySentences, type OwnClassifier } from './classifySentences';
import { choosePrompt } from './choosePrompt';
import { judgeSentences } from './judgeSentences';
import { modelFindings } from './modelFindings';

/** What is analysed, and by which model. */
export interface AnalyzeRequest {
  /** The text as the editor holds it: BOM dropped, line ends kept. */
  text: string;
  /** A place in the prompt that is meant, in UTF-16 code units; needed where the text holds several. */
  at?: number;
  /** A model folder or graph file. */
  model: string;
  /** What to do with a prompt longer than the context. */
  overflow: Overflow;
  /** The rule for concentrated attention; the honest one where absent. */
  rule?: AnomalyRule;
  toolVersion: string;
  /** Probes that are asked; all where absent. */
  probes?: readonly ProbeName[];
  /** Whether a report is to follow: maps of a long prompt's single heads are kept for it as the model reads. */
  forReport?: boolean;
  /** Scores the sentences too, where there is one. */
  classifier?: OwnClassifier;
  /** See `Source`. */
  untrusted?: Source['untrusted'];
  /** Reads the text, as `readDocument` does; in a thread of its own where the caller has other things to do. */
  read: () => Promise<Document>;
}

/** What came out: the result, and the part of its summary that leads the panel to a finding. */
export interface Analyzed {
  result: PassedAnalysis;
  /** Attention to each finding, by its fingerprint; none where the model read nothing of it. */
  findingAttention: ReadonlyMap<string, SpanAttention>;
}

/**
 * Reads a prompt with a model: findings, and what the model attends to in the text and at each finding.
 *
 * @throws AttnscopeError `bad-input` where there is nothing to read; else what the inference process refuses.
 */
export async function analyze(
  inference: Inference,
  request: AnalyzeRequest,
  options: RequestOptions = {},
): Promise<Analyzed> {
  const { text, at, model, overflow, rule } = request;
  if (text.trim() === '') {
    throw new AttnscopeError('bad-input', [
      sentence(
        'The prompt is empty, so there is nothing for the model to read. Write or select some text first.',
      ),
    ]);
  }
  const started = performance.now();
  const elapsed = (): number => performance.now() - started;
  // The model loads while the text is read.
  const opened = inference.request('openModel', { model }, options).then(elapsed);
  opened.catch(() => undefined); // where the text cannot be read, that is told
  const prompt = choosePrompt(await request.read(), at);
  const { outline, input, sentences, findings: written } = prompt;
  const detection = elapsed();
  const load = await opened;

  const own = request.classifier && (await classifySentences(inference, request.classifier, prompt, options));
  const spans = written.map(({ start, end }) => ({ start, end }));
  const probe = { sentences, names: [...(request.probes ?? ProbeName.options)] };
  const heads = request.forReport;
  const params = { model, opened: true, input, spans, probe, overflow, rule, heads };
  const read = await inference.request('analyze', params, options);

  const warned = read.marked.flatMap((place) => sentences[place - spans.length] ?? []);
  const { untrusted } = request;
  const probed = modelFindings(text, outline, warned, untrusted ? { untrusted } : {});
  const findings = read.marked.flatMap((place) => written[place] ?? probed.shift() ?? []);
  const kept = read.tokens.length;
  const result: PassedAnalysis = {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: 'attnscope', version: request.toolVersion },
    model: read.model,
    text: { length: text.length, sha256: createHash('sha256').update(text, 'utf8').digest('hex') },
    format: outline.format,
    rendering: read.rendering,
    template: read.template,
    truncated: read.totalTokens > kept ? { tokens: read.totalTokens, kept } : null,
    segments: outline.segments,
    leftOut: leftOutMessages(text, outline, read.leftOut),
    tokens: read.tokens,
    next: read.next,
    findings,
    spans: judgeSentences(text, sentences, outline.segments, findings, read.probes, own?.scores),
    calibrated: read.probes && {
      instruction: calibrationOf(read.probes.instruction),
      data: calibrationOf(read.probes.data),
    },
    ...(own ? { classifier: own.used } : {}),
    attention: read.summary,
    timings: { detection, load, ...read.timings, total: elapsed() },
  };
  const findingAttention = new Map<string, SpanAttention>();
  for (const [index, { fingerprint }] of findings.entries()) {
    const span = read.spans[index];
    if (span) findingAttention.set(fingerprint, span);
  }
  return { result, findingAttention };
}

/** Messages that the model's chat template leaves out, by role and line. */
function leftOutMessages(
  text: string,
  { segments }: PromptOutline,
  leftOut: readonly number[],
): PassedAnalysis['leftOut'] {
  if (leftOut.length === 0) return [];
  const starts = lineStarts(text);
  return leftOut.map((segment) => {
    const { role, start } = segments[segment]!;
    return { segment, role, line: positionAt(starts, start).line, reason: 'chat-template' };
  });
}

function calibrationOf(reading: ProbeReading | null): Calibration | null {
  return reading && { threshold: reading.threshold, falseAlarms: reading.falseAlarms };
}
