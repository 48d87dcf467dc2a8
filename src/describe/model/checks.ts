import type { Check, Diagnosis } from '../../protocol/requests/doctor';
import { sentence } from '../../protocol/sentence';
import type { Phrase } from '../phrase';
import { plain, type Fact } from './facts';

/** Each kind of check once, at its worst over layers, beside the limit. */
export function describeChecks({ checks, layers }: Diagnosis): Fact[] {
  const all = [...checks, ...layers.flatMap((layer) => layer.checks)];
  return [...namesOf()].flatMap(([name, words]) => {
    const own = all.filter((check) => check.name === name);
    return own.length === 0 ? [] : [{ name: words, told: outcomeOf(own) }];
  });
}

function outcomeOf(own: readonly Check[]): Phrase {
  const failed = own.find(({ passed }) => !passed);
  if (failed) return sentence('no ({why})', { why: plain(failed.why ?? '') });
  const figures = own.flatMap(({ figure }) => figure ?? []);
  if (figures.length === 0) return sentence('yes');
  const most = Math.max(...figures);
  const worst = most === 0 ? '0' : most.toPrecision(2);
  const limit = own[0]!.limit;
  // There is nothing between right and wrong.
  if (limit === 0) return sentence('yes');
  return limit === null
    ? sentence('yes, off by at most {worst}', { worst })
    : sentence('yes, off by at most {worst} (limit {limit})', { worst, limit: String(limit) });
}

function namesOf(): Map<Check['name'], Phrase> {
  return new Map([
    ['input-ids', sentence('takes token ids')],
    ['one-stack', sentence('has one stack')],
    ['shape', sentence('a map is heads × queries × keys')],
    ['numbers', sentence('weights are numbers')],
    ['range', sentence('weights are 0 to 1')],
    ['row-sums', sentence('rows sum as they should')],
    ['causal', sentence('no query reads a later key')],
    ['pieces', sentence('a prompt in pieces has the same map')],
  ]);
}
