import { AttnscopeError } from '../../protocol/errors';
import { sentence } from '../../protocol/sentence';
import { plainText, quoted } from '../../protocol/plainText';
import type { Unmappable } from './matchers/matcher';

/** The refusal of a model part of whose attention cannot be mapped. */
export function unmappable({ node, why }: Unmappable): AttnscopeError {
  const named = node.name || node.outputs.find((name) => name !== '') || '';
  const op = plainText(node.domain ? `${node.domain} ${node.opType}` : node.opType, 80);
  return new AttnscopeError('bad-model', [
    sentence(
      'The attention of this model cannot be mapped: node {node} ({op}): {why}. Export the model with attention spelled out (eager), or choose another model.',
      { node: quoted(named), op, why },
    ),
  ]);
}
