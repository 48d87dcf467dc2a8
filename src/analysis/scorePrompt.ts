import type { Document, Source } from '../protocol/document';
import type { Finding } from '../protocol/finding';
import type { Inference, RequestOptions } from '../protocol/borders/inference';
import { modelFindings } from './modelFindings';

/** A text whose sentences are scored. */
export interface ScoreRequest {
  text: string;
  /** A model folder or graph file. */
  model: string;
  /** See `Source`. */
  untrusted?: Source['untrusted'];
  /** Reads the text, as `readDocument` does. */
  read: () => Promise<Document>;
}

/**
 * What the probes of a model warn of in a text, in its order, without an analysis of it; nothing where none was
 * calibrated for the model.
 *
 * @throws AttnscopeError what the inference process refuses, `too-long` among it
 */
export async function scorePrompt(
  inference: Inference,
  { text, model, untrusted, read }: ScoreRequest,
  options: RequestOptions = {},
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { outline, input, sentences } of (await read()).prompts) {
    const { warned } = await inference.request('score', { model, input, sentences }, options);
    const passages = warned.map((sentence) => sentences[sentence]!);
    findings.push(...modelFindings(text, outline, passages, untrusted ? { untrusted } : {}));
  }
  return findings;
}
