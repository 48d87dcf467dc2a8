import type { WrittenExpectation } from '../../protocol/promptTests/promptTests';
import { sentence } from '../../protocol/sentence';
import { toWireError } from '../../protocol/errors';
import { Change } from '../../protocol/requests/counterfactual';
import { answerCheck } from '../answer';
import type { Bounds, Expectation, SaidCheck } from '../promptTest';
import type { Path, Tell } from '../../protocol/written/problem';

/** Most tokens of an answer where a test does not say. */
const ANSWER_TOKENS = 64;

/** One expectation; `undefined` where what is written does not say one, of which it tells. */
export function readExpectation(
  written: WrittenExpectation,
  path: Path,
  tell: Tell,
): Expectation | undefined {
  const { attention, findings, kl, answer, probability } = written;
  if (Object.values(written).filter((each) => each !== undefined).length !== 1) {
    tell(
      path,
      sentence('Each entry of "expect" has one of attention, findings, kl, answer and probability.'),
    );
    return undefined;
  }
  if (attention) {
    const bounds = shares(attention, [...path, 'attention'], tell);
    return bounds && { kind: 'attention', to: attention.to, ...bounds };
  }
  if (findings) {
    const { known = [], baseline, from = 'warning' } = findings === 'none' ? {} : findings;
    return { kind: 'findings', known, from, ...(baseline === undefined ? {} : { baseline }) };
  }
  if (kl) {
    const bounds = boundsOf(kl, [...path, 'kl'], tell);
    const [change, ...others] = Change.options.filter((each) => kl[each] !== undefined);
    if (change === undefined || others.length > 0) {
      tell([...path, 'kl'], sentence('"kl" has one of replace, remove and mask.'));
      return undefined;
    }
    return bounds && { kind: 'kl', change, part: kl[change]!, ...bounds };
  }
  if (answer) {
    const { not, tokens = ANSWER_TOKENS, ...says } = answer;
    const given = [says.contains, says.matches, says.json, not].filter((each) => each !== undefined).length;
    const denied = not && Object.values(not).filter((each) => each !== undefined).length;
    if (given !== 1 || (denied !== undefined && denied !== 1)) {
      tell(
        [...path, 'answer'],
        sentence('"answer" has one of contains, matches and json, or "not" with one of them.'),
      );
      return undefined;
    }
    const check = saidCheck(not ?? says);
    try {
      answerCheck(check);
    } catch (error) {
      tell(
        [...path, 'answer'],
        ...(toWireError(error).sentences ?? [
          sentence('The pattern or path cannot be read: {reason}', { reason: toWireError(error).message }),
        ]),
      );
      return undefined;
    }
    return { kind: 'answer', says: check, not: not !== undefined, tokens };
  }
  const bounds = shares(probability!, [...path, 'probability'], tell);
  return bounds && { kind: 'probability', of: probability!.of, ...bounds };
}

function saidCheck({ contains, matches, json }: Record<keyof SaidCheck, unknown> | SaidCheck): SaidCheck {
  return {
    ...(contains === undefined ? {} : { contains: contains as string }),
    ...(matches === undefined ? {} : { matches: matches as string }),
    ...(json === undefined ? {} : { json: json as SaidCheck['json'] & object }),
  };
}

type WrittenShare = number | string | undefined;

/** A share in numbers: 20 % is 0.2. */
function shares(
  { atLeast, atMost }: { atLeast?: WrittenShare; atMost?: WrittenShare },
  path: Path,
  tell: Tell,
): Bounds | undefined {
  const share = (written: WrittenShare) =>
    typeof written === 'string' ? Number.parseFloat(written) / 100 : written;
  return boundsOf({ atLeast: share(atLeast), atMost: share(atMost) }, path, tell);
}

function boundsOf(
  { atLeast, atMost }: { atLeast?: number | undefined; atMost?: number | undefined },
  path: Path,
  tell: Tell,
): Bounds | undefined {
  if (atLeast === undefined && atMost === undefined) {
    tell(path, sentence('Say under "atLeast" or "atMost" what has to hold: without it nothing is tested.'));
    return undefined;
  }
  if (atLeast !== undefined && atMost !== undefined && atLeast > atMost) {
    tell(path, sentence('"atLeast" is above "atMost": no number can keep both.'));
    return undefined;
  }
  return { ...(atLeast === undefined ? {} : { atLeast }), ...(atMost === undefined ? {} : { atMost }) };
}
