/** A token and its probability. */
export interface Likely {
  id: number;
  probability: number;
}

/** The `count` likeliest of a vocabulary, from its logits `[vocabulary]`: softmax, the likeliest first; none where one is no number. */
export function likeliest(logits: Float32Array, count: number): Likely[] {
  const best: number[] = [];
  let largest = -Infinity;
  for (let id = 0; id < logits.length; id++) {
    const logit = logits[id]!;
    if (logit > largest) largest = logit;
    if (best.length === count && !(logit > logits[best.at(-1)!]!)) continue;
    const place = best.findIndex((other) => logit > logits[other]!);
    best.splice(place < 0 ? best.length : place, 0, id);
    best.length = Math.min(best.length, count);
  }
  let total = 0;
  for (const logit of logits) total += Math.exp(logit - largest);
  // A damaged model may give NaN or infinity.
  if (!Number.isFinite(total)) return [];
  return best.map((id) => ({ id, probability: Math.exp(logits[id]! - largest) / total }));
}
