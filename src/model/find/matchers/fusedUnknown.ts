import type { Matcher } from './matcher';

/** Ops with such names do not weigh values by keys (they keep a running state), or only prepare attention. */
const NO_MAPS = /^Linear|Bias$/;

/** A fused attention op that no matcher before this one knows: refused, so that no layer is left out. */
export const fusedUnknown: Matcher = {
  name: 'fused-unknown',
  match: (node) =>
    /attention|attn/i.test(node.opType) && !NO_MAPS.test(node.opType)
      ? { node, why: 'this fused op gives neither its weights nor its scores' }
      : undefined,
};
