import type { PerHead, TokensRead } from '../../protocol/requests/heads';

/** A figure of each head made from others; `null` where one of them is. */
export function ofHeads(tables: readonly PerHead[], figure: (values: number[]) => number | null): PerHead {
  return tables[0]!.map((heads, layer) =>
    heads.map((_, head) => {
      const values = tables.map((table) => table[layer]![head]!);
      return values.some((value) => value === null) ? null : figure(values as number[]);
    }),
  );
}

/**
 * The *susceptible* pattern: what later tokens give to a passage, against what they give to others of its length and
 * place: a / (a + c), with a the mean over later queries of its mass and c the mean of that over the controls. 0.5 is
 * as the others; 0 to 1. `null` without controls.
 */
export function susceptible(span: TokensRead, controls: readonly TokensRead[]): PerHead {
  const tables = [span.laterMean, ...controls.map(({ laterMean }) => laterMean)];
  return ofHeads(tables, ([own, ...others]) => {
    if (others.length === 0) return null;
    return share(own!, others.reduce((sum, one) => sum + one, 0) / others.length);
  });
}

/**
 * The *defensive* pattern: of what the reading position gives to instructions (text of the author and the system) and to
 * untrusted text together, the part of the instructions: i / (i + u), 0 to 1. It is the ratio that Attention Tracker
 * (Hung et al. 2025) takes in chosen heads.
 */
export function defensive(instructions: readonly TokensRead[], untrusted: readonly TokensRead[]): PerHead {
  const tables = [...instructions, ...untrusted].map(({ reading }) => reading);
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  return ofHeads(tables, (values) =>
    share(sum(values.slice(0, instructions.length)), sum(values.slice(instructions.length))),
  );
}

function share(own: number, other: number): number | null {
  return own + other > 0 ? own / (own + other) : null;
}

/** `[layer]`: the mean over heads that have a value. */
export function meanOfHeads(values: PerHead): (number | null)[] {
  return values.map((heads) => {
    const known = heads.filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  });
}
