import type { InferenceProgress } from '../protocol/borders/inference';
import { sentence } from '../protocol/sentence';
import type { Phrase } from './phrase';

/** What a person waits for: a stage of the inference process, or the maps of a report. */
export type Progress = InferenceProgress | { stage: 'report'; done: number; total: number };

/** What is being done; `null` before anything has been told. */
export function describeProgress(progress: Progress | null): Phrase {
  switch (progress?.stage) {
    case 'load':
      return sentence('Loading the model');
    case 'wait':
      return sentence('Waiting for another window or command that converts this model');
    case 'convert':
      return sentence('Converting the model, once: {share}', { share: shareOf(progress) });
    case 'check':
      return sentence('Checking the model’s maps');
    case 'tokenize':
      return sentence('Splitting the text into tokens');
    case 'attention':
      return sentence('Token {done} of {total}', { done: progress.done, total: progress.total });
    case 'experiment':
      return sentence('Reading changed prompts: {share}', { share: shareOf(progress) });
    case 'answer':
      return sentence('Token {done} of the answer, of at most {total}', {
        ...{ done: progress.done, total: progress.total },
      });
    case 'report':
      return sentence('Collecting maps for the report: {share}', {
        share: shareOf(progress),
      });
    case undefined:
      return sentence('Starting');
  }
}

function shareOf({ done, total }: Progress): { share: number } {
  return { share: Math.round((100 * done) / total) / 100 };
}
