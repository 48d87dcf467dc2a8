import type { InferenceProgress } from '../protocol/borders/inference';
import { sentence } from '../protocol/sentence';
import type { Phrase } from './phrase';

/** What the model is at; `null` before it has told anything. */
export function describeProgress(progress: InferenceProgress | null): Phrase {
  switch (progress?.stage) {
    case 'load':
      return sentence('Loading the model');
    case 'check':
      return sentence('Checking the model’s maps');
    case 'tokenize':
      return sentence('Splitting the text into tokens');
    case 'attention':
      return sentence('Token {done} of {total}', { done: progress.done, total: progress.total });
    case undefined:
      return sentence('Starting');
  }
}
