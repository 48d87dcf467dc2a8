import { plainText, quoted } from '../../protocol/plainText';
import type { Change } from '../../protocol/requests/counterfactual';
import { sentence } from '../../protocol/sentence';
import type { Bounds, Expectation, SaidCheck } from '../../promptTests/promptTest';
import type { Phrase, Value } from '../phrase';

/** Longest value of a test that is repeated, in UTF-16 code units. */
const LONGEST_VALUE = 200;

/** What has to hold, in words. */
export function describeExpectation(expectation: Expectation): Phrase {
  switch (expectation.kind) {
    case 'attention':
      return sentence('{part} gets {bounds} of the last token’s attention.', {
        part: quoted(expectation.to),
        bounds: boundsInWords(expectation, (share) => ({ share, digits: 6 })),
      });
    case 'findings':
      return sentence('No new finding of severity {severity} or graver.', {
        severity: expectation.from,
      });
    case 'kl':
      return sentence('{changed}, the next word’s distribution moves by {bounds} nats (KL).', {
        changed: changed(expectation.change, expectation.part),
        bounds: boundsInWords(expectation, (rounded) => ({ rounded, digits: 6 })),
      });
    case 'answer':
      return expectation.not ? notSaid(expectation.says) : said(expectation.says);
    case 'probability':
      return sentence('The answer begins with {text} with a probability of {bounds}.', {
        text: shown(expectation.of),
        bounds: boundsInWords(expectation, (share) => ({ share, digits: 6 })),
      });
  }
}

function boundsInWords({ atLeast, atMost }: Bounds, figure: (value: number) => Value): Phrase {
  if (atMost === undefined) return sentence('at least {atLeast}', { atLeast: figure(atLeast!) });
  if (atLeast === undefined) return sentence('at most {atMost}', { atMost: figure(atMost) });
  return sentence('{atLeast} to {atMost}', { atLeast: figure(atLeast), atMost: figure(atMost) });
}

function changed(change: Change, name: string): Phrase {
  const part = quoted(name);
  switch (change) {
    case 'replace':
      return sentence('With {part} replaced by neutral text', { part });
    case 'remove':
      return sentence('Without {part}', { part });
    case 'mask':
      return sentence('With {part} masked', { part });
  }
}

function said({ contains, matches, json }: SaidCheck): Phrase {
  if (contains !== undefined) return sentence('The answer contains {text}.', { text: shown(contains) });
  if (matches !== undefined) return sentence('The answer matches {pattern}.', { pattern: shown(matches) });
  const { path, value } = jsonShown(json!);
  return value === undefined
    ? sentence('The answer is JSON with a value at {path}.', { path })
    : sentence('The answer is JSON with {value} at {path}.', { path, value });
}

function notSaid({ contains, matches, json }: SaidCheck): Phrase {
  if (contains !== undefined)
    return sentence('The answer does not contain {text}.', { text: shown(contains) });
  if (matches !== undefined)
    return sentence('The answer does not match {pattern}.', { pattern: shown(matches) });
  const { path, value } = jsonShown(json!);
  return value === undefined
    ? sentence('The answer is no JSON with a value at {path}.', { path })
    : sentence('The answer is no JSON with {value} at {path}.', { path, value });
}

function jsonShown({ path, equals }: NonNullable<SaidCheck['json']>): { path: string; value?: string } {
  return {
    path: plainText(path, LONGEST_VALUE),
    ...(equals === undefined ? {} : { value: plainText(JSON.stringify(equals), LONGEST_VALUE) }),
  };
}

function shown(text: string): string {
  return `“${plainText(text, LONGEST_VALUE)}”`;
}
