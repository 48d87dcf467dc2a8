/** ln of the softmax of logits `[vocabulary]`. */
export function logProbabilities(logits: Float32Array): Float64Array {
  let largest = -Infinity;
  for (const logit of logits) if (logit > largest) largest = logit;
  let total = 0;
  for (const logit of logits) total += Math.exp(logit - largest);
  const shift = largest + Math.log(total);
  return Float64Array.from(logits, (logit) => logit - shift);
}

/** KL(p‖q) = Σ p ln(p/q), in nats, from ln p and ln q `[vocabulary]` (Kullback & Leibler 1951). */
export function klDivergence(p: Float64Array, q: Float64Array): number {
  let sum = 0;
  for (const [i, ln] of p.entries()) if (ln > -Infinity) sum += Math.exp(ln) * (ln - q[i]!);
  return Math.max(0, sum);
}

/**
 * Jensen–Shannon divergence KL(p‖m)/2 + KL(q‖m)/2 with m = (p+q)/2, in nats: 0 for equal distributions, ln 2 for
 * those without a token in common (Lin 1991).
 */
export function jensenShannon(p: Float64Array, q: Float64Array): number {
  const middle = Float64Array.from(p, (ln, i) => Math.log((Math.exp(ln) + Math.exp(q[i]!)) / 2));
  return (klDivergence(p, middle) + klDivergence(q, middle)) / 2;
}
