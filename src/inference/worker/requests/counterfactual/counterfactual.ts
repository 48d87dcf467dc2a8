import {
  jensenShannon,
  klDivergence,
  logProbabilities,
} from '../../../../attention/counterfactual/distributions';
import type { TokenSpan } from '../../../../protocol/attention';
import type { InferenceParams } from '../../../../protocol/borders/inference';
import type { Change, ChangeResult, Effect } from '../../../../protocol/requests/counterfactual';
import { AttnscopeError } from '../../../../protocol/errors';
import { toleranceOf } from '../../models/examineModel';
import { fitContext } from '../../run/fitContext';
import { cutPast, type Past } from '../../run/past';
import type { TappedBlock } from '../../run/promptRun';
import { pastOf } from '../../run/readPrompt';
import { readToEnd, refuseSilent } from '../../run/standing';
import type { Answer } from '../answer';
import { nextStep } from '../../run/nextStep';
import { keepsMask, type LastRow } from './checkMask';
import { nameOf, planExperiments } from './experiments';
import { outcomeOf } from './outcome';

/** Plain sentences that ask for nothing: what stands in the place of a passage that is replaced. */
const FILLER =
  ' The weather was mild in the afternoon, and the street was quiet. A few people walked along the river.';

/**
 * Changes passages of a prompt and compares what the model says. What stands before a passage is read once, or was
 * by the analysis: its keys and values are those of the prompt itself. One cache of the whole prompt and one copy of
 * its beginning are held.
 */
export const counterfactual: Answer<'counterfactual'> = async (params, worker, progress, signal) => {
  const { models, lastRead } = worker;
  const model = await models.held(params.model, progress, { forText: true });
  const { tokenIds, continuation } = params;
  refuseSilent(model);
  refuseOutside(params);
  const tokenizer = await model.tokenizer();
  const given = params.answer ?? [];
  const answer = typeof given === 'string' ? await tokenizer.encodePlain(given) : given;
  fitContext([...tokenIds, ...answer], model.context, 'refuse');
  const asked = { continuation, answer };

  const planned = planExperiments(model, params, await tokenizer.encodePlain(FILLER));
  // In the order in which they leave the prompt, so that a beginning is copied once for all that share it.
  const experiments = [...planned.entries()]
    .flatMap(([name, one]) => (typeof one === 'string' ? [] : [{ name, ...one }]))
    .sort((one, other) => one.from - other.from);

  const steps = continuation + answer.length;
  const total = experiments.reduce(
    (sum, { changed, from }) => sum + changed.tokenIds.length - from + steps,
    tokenIds.length + steps,
  );
  let done = 0;
  const tell = (tokens: number): Promise<void> => {
    progress({ stage: 'experiment', done: (done += tokens), total });
    return nextStep(signal);
  };
  await tell(0);

  let plainRow: LastRow | undefined;
  // The last token is read again, for what comes after it.
  const past = pastOf(lastRead, model, tokenIds, tokenIds.length - 1, tokenIds.length);
  const before = await readToEnd(model, {
    ...{ tokenIds, past, goesOn: true, kinds: ['lastRow'] },
    onBlock: (block) => (plainRow ??= rowOf(block)),
    onChunk: ({ first, end }) => tell(end - first),
  });
  const p = logProbabilities(before.logits);
  const outcomeBefore = await outcomeOf(model, tokenizer, before, asked, () => tell(1));
  /** What is done by then; continuations may end before they have all their tokens. */
  let due = tokenIds.length + steps;
  await tell(due - done);

  const tolerance = toleranceOf(model.layers[0]!);
  const effects = new Map<string, Effect>();
  const notKept = new Set<string>();
  let start: Past | undefined;
  for (const { name, tokens, changed, from } of experiments) {
    const { hidden } = changed;
    if (start?.tokens !== from) start = cutPast(model.cache, before.past, from);
    const rows: LastRow[] = [];
    const standing = await readToEnd(model, {
      ...{ tokenIds: changed.tokenIds, past: start, hidden, goesOn: steps > 0 },
      kinds: hidden ? ['lastRow'] : [],
      onBlock: (block) => rows.push(rowOf(block)),
      onChunk: ({ first, end }) => tell(end - first),
    });
    if (hidden && !keepsMask(plainRow, rows, hidden, tolerance)) notKept.add(name);
    else {
      const q = logProbabilities(standing.logits);
      effects.set(name, {
        tokens,
        kl: klDivergence(p, q),
        js: jensenShannon(p, q),
        formerFirst: Math.exp(q[outcomeBefore.next[0]!.id]!),
        ...(await outcomeOf(model, tokenizer, standing, asked, () => tell(1))),
      });
    }
    due += changed.tokenIds.length - from + steps;
    await tell(due - done);
  }

  const resultOf = (change: Change, span: TokenSpan, controls: readonly TokenSpan[]): ChangeResult => {
    const name = nameOf(change, span);
    const plan = planned.get(name);
    const refused = typeof plan === 'string' ? plan : notKept.has(name) ? 'mask-not-kept' : null;
    return {
      ...{ change, refused, effect: effects.get(name) ?? null },
      controls: controls.flatMap((control) => effects.get(nameOf(change, control)) ?? []),
    };
  };
  return {
    before: outcomeBefore,
    answer: [...answer],
    spans: params.spans.map(({ controls, ...tokens }) => ({
      tokens,
      changes: params.changes.map((change) => resultOf(change, tokens, controls)),
    })),
  };
};

function rowOf({ dims, values }: TappedBlock): LastRow {
  return { keys: dims.at(-1)!, weights: values };
}

function refuseOutside({ tokenIds, spans }: InferenceParams<'counterfactual'>): void {
  const all = spans.flatMap(({ controls, ...span }) => [span, ...controls]);
  if (all.every(({ first, end }) => first < end && end <= tokenIds.length)) return;
  throw new AttnscopeError(
    'bad-input',
    `A passage is at least one of the prompt's tokens, 0 to ${tokenIds.length - 1}. Ask within the prompt.`,
  );
}
