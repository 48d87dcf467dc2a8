import { expect, it } from 'vitest';
import { headline } from '../../../src/attention/headline';
import { describe } from '../../../src/describe/describe';
import { createL10n } from '../../../src/describe/l10n';
import { spanInWords } from '../../../src/describe/spanInWords';
import { generateAnalysis } from './generatedAnalyses';

const english = createL10n('en', {});
const HOW_MUCH =
  /about as much|somewhat (?:more|less) than|twice|\w+ times|half of|an? \w+ of|more than ten times|too few passages like it/;

it('one finding is told in the words that the answer has for it', () => {
  const told = new Set<string>();
  for (let seed = 0; seed < 200; seed++) {
    const result = generateAnalysis(seed);
    const said = headline(result);
    if (said.kind !== 'finding') continue;
    const answer = english.say(describe(result).answer).replace('the prompt', '');
    const words = english.say(spanInWords(result, said.finding)!);
    const [howMuch] = HOW_MUCH.exec(words)!;
    expect(answer).toContain(howMuch);
    told.add(howMuch);
  }
  expect(told.size).toBeGreaterThan(3);
});

it('nothing is told of what the model did not read', () => {
  const result = generateAnalysis(1);
  result.attention.spans = result.attention.spans.map(() => null);
  expect(spanInWords(result, 0)).toBeNull();
});
