import { createHash } from 'node:crypto';
import { fillTemplate, type PromptTemplate } from '../prompts/promptTemplate';
import type { Token } from '../protocol/attention';
import { pack } from '../protocol/borders/packed';
import type { Document } from '../protocol/document';
import type { Features } from '../protocol/measured/features';
import { choosePrompt } from './choosePrompt';
import type { MeasuredPrompt } from './measurePrompt';

/** A prompt to be measured, with whatever model. */
export type MonitoredPrompt = Omit<MeasuredPrompt, 'model'>;

/** A text that is a whole prompt, as it was read. Throws `bad-input` where it holds none, or several. */
export function wholePrompt(document: Document): MonitoredPrompt {
  const { input, outline } = choosePrompt(document);
  return { input, segments: outline.segments };
}

/** A template with an input in its places, which is data there. Throws `bad-input` where a place has no value. */
export function templatedPrompt(
  template: PromptTemplate,
  values: Readonly<Record<string, string>>,
): MonitoredPrompt {
  const { prompt, data } = fillTemplate(template, values);
  const { rendering, segments } = prompt;
  return { input: pack({ rendering, segments }), segments, data };
}

/** SHA-256 over what the model was fed and which section each token is of, hex: the same input, the same hash. */
export function inputHash(tokens: readonly Pick<Token, 'id'>[], { sections }: Features): string {
  const places = sections.map(({ section, runs }) => [section, runs.map(({ first, end }) => [first, end])]);
  return createHash('sha256')
    .update(JSON.stringify([tokens.map(({ id }) => id), places]))
    .digest('hex');
}
