/** How likely a word is held to be by logits `[vocabulary]` (softmax), and its rank: 1 + the words with larger ones. */
export function placeOfWord(logits: Float32Array, word: number): { probability: number; rank: number } {
  const own = logits[word] ?? -Infinity;
  let [rank, total] = [1, 0];
  for (const logit of logits) {
    if (logit > own) rank++;
    total += Math.exp(logit - own);
  }
  return { probability: 1 / total, rank };
}
