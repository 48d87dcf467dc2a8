import type { Answer } from './answer';
import { nextStep } from '../run/nextStep';

/** Gives each text's probabilities of a classifier's labels. */
export const classify: Answer<'classify'> = async ({ model, texts }, { classifiers }, progress, signal) => {
  progress({ stage: 'load', done: 0, total: 1 });
  const { name, labels, read } = await classifiers(model);
  progress({ stage: 'load', done: 1, total: 1 });
  const probabilities: number[][] = [];
  const cut: number[] = [];
  // One by one: 8-bit graphs scale a batch as a whole, so that a text's figures would depend on its neighbours.
  for (const [index, text] of texts.entries()) {
    await nextStep(signal);
    const said = await read(text);
    const logits = [...said.logits];
    probabilities.push(labels.independent || logits.length === 1 ? logits.map(sigmoid) : softmax(logits));
    if (said.cut) cut.push(index);
  }
  return { name, labels: labels.names, probabilities, cut };
};

function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

function softmax(logits: readonly number[]): number[] {
  const largest = Math.max(...logits);
  const shares = logits.map((logit) => Math.exp(logit - largest));
  const sum = shares.reduce((total, share) => total + share, 0);
  return shares.map((share) => share / sum);
}
