import { meanOfLayers, sharesPerLayer } from '../../attention/parts';
import { ownPassage } from '../../attention/counterfactual/passages';
import type { AnalysisResult } from '../../protocol/analysis';
import type { Inference, RequestOptions } from '../../protocol/borders/inference';
import { AttnscopeError } from '../../protocol/errors';
import type { ChangeRefusal } from '../../protocol/requests/counterfactual';
import { quoted } from '../../protocol/plainText';
import { sentence } from '../../protocol/sentence';
import { answerCheck } from '../../promptTests/answer';
import { runsOf, tokensOfPart } from '../../promptTests/parts';
import type { Expectation } from '../../promptTests/promptTest';
import type { FilledPrompt } from '../../promptTests/prompt/writePrompt';
import type { Measured } from '../../promptTests/verdict';
import type { ReadFile } from './fillPrompt';
import { newFindings } from './newFindings';

/** A prompt that was read, and who can be asked more about it. */
export interface ReadTest {
  inference: Inference;
  model: string;
  result: AnalysisResult;
  places: FilledPrompt['places'];
  readFile: ReadFile;
  options: RequestOptions;
}

type Of<K extends Expectation['kind']> = Extract<Expectation, { kind: K }>;

/**
 * Measures what an expectation is about; a refusal where the change that it asks for cannot be made.
 *
 * @throws AttnscopeError where it cannot be: no such part, a model that does not answer.
 */
export async function measure(
  read: ReadTest,
  expectation: Expectation,
): Promise<Measured | { refused: ChangeRefusal }> {
  switch (expectation.kind) {
    case 'attention': {
      const { result, places } = read;
      const tokens = tokensOfPart(result, places, expectation.to);
      return { kind: 'attention', value: meanOfLayers(sharesPerLayer(result.attention, tokens).withoutSink) };
    }
    case 'findings':
      return {
        kind: 'findings',
        found: await newFindings(read.result.findings, expectation, read.readFile),
      };
    case 'kl':
      return divergence(read, expectation);
    case 'answer': {
      const { text } = await read.inference.request(
        'generate',
        { ...promptOf(read), count: expectation.tokens },
        read.options,
      );
      return { kind: 'answer', text, says: answerCheck(expectation.says)(text) };
    }
    case 'probability':
      return { kind: 'probability', value: await probability(read, expectation) };
  }
}

function promptOf({ model, result }: ReadTest) {
  return { model, tokenIds: result.tokens.map(({ id }) => id) };
}

/** KL divergence of the next token's distribution, the largest over the passages of a part, each changed by itself. */
async function divergence(
  read: ReadTest,
  { change, part }: Of<'kl'>,
): Promise<Measured | { refused: ChangeRefusal }> {
  const { tokens } = read.result;
  const spans = runsOf(tokensOfPart(read.result, read.places, part)).flatMap((run) => {
    const own = ownPassage(tokens, run);
    return own ? [{ ...own, controls: [] }] : [];
  });
  if (spans.length === 0) {
    throw new AttnscopeError('bad-input', [
      sentence('{part} has no text of its own that could be changed.', { part: quoted(part) }),
    ]);
  }
  const asked = { ...promptOf(read), spans, changes: [change], continuation: 0 };
  const changed = await read.inference.request('counterfactual', asked, read.options);
  const effects = changed.spans.map(({ changes }) => changes[0]!);
  const refused = effects.find(({ effect }) => !effect)?.refused;
  if (refused) return { refused };
  return { kind: 'kl', value: Math.max(...effects.map(({ effect }) => effect!.kl)) };
}

/** Product of the probabilities of an answer's tokens. */
async function probability(read: ReadTest, { of }: Of<'probability'>): Promise<number> {
  // The request is about passages; the first token stands for one, and what its change does is left aside.
  const spans = [{ first: 0, end: 1, controls: [] }];
  const asked = { ...promptOf(read), spans, changes: ['remove' as const], continuation: 0, answer: of };
  const { before } = await read.inference.request('counterfactual', asked, read.options);
  return Math.exp(before.answer!);
}
