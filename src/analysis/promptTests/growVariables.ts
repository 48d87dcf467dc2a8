import type { Inference, RequestOptions } from '../../protocol/borders/inference';
import { AttnscopeError } from '../../protocol/errors';
import { quoted } from '../../protocol/plainText';
import { sentence } from '../../protocol/sentence';
import { grown } from '../../promptTests/prompt/grow';
import { tokensOfPart } from '../../promptTests/parts';
import type { PromptTest } from '../../promptTests/promptTest';
import { choosePrompt } from '../choosePrompt';
import { fillPrompt, type ReadSource, type Template } from './fillPrompt';
import type { FilledPrompt } from '../../promptTests/prompt/writePrompt';

/**
 * The values of a test's variables, each that is to grow repeated until it has its tokens, wherever it stands.
 *
 * @throws AttnscopeError `bad-input` where there is nothing to repeat; `too-long` where no context holds as much.
 */
export async function growVariables(
  inference: Inference,
  model: string,
  test: PromptTest,
  template: Template,
  readSource: ReadSource,
  options: RequestOptions,
): Promise<Map<string, string>> {
  const values = new Map(Object.entries(test.variables));
  for (const [name, tokens] of Object.entries(test.grow)) {
    const value = values.get(name);
    if (value === undefined || value.trim() === '') {
      throw new AttnscopeError('bad-input', [
        sentence('{name} is to grow, and has no text that could be repeated. Give it a value.', {
          name: quoted(name),
        }),
      ]);
    }
    const { contextLength } = await inference.request('openModel', { model }, options);
    if (contextLength !== null && tokens > contextLength) {
      throw new AttnscopeError('too-long', [
        sentence('{name} is to grow to {tokens} tokens, and the model reads {context} at most.', {
          ...{ name: quoted(name), tokens, context: contextLength },
        }),
      ]);
    }
    const count = async (text: string): Promise<number> => {
      const filled = fillPrompt(template, new Map(values).set(name, text));
      const read = choosePrompt(await readFilled(readSource, filled, test));
      const { input, outline } = read;
      const all = await inference.request('tokenize', { model, input }, options);
      return tokensOfPart({ ...all, segments: outline.segments }, filled.places, name).length;
    };
    values.set(name, await grown(value, tokens, count));
  }
  return values;
}

/** Reads a filled prompt as its test says. */
export function readFilled(readSource: ReadSource, { text, path }: FilledPrompt, { source }: PromptTest) {
  return readSource({
    text,
    ...(path === undefined ? {} : { path }),
    ...(source.kind === 'messages' ? {} : { as: source.as }),
  });
}
