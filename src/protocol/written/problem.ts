import type { Sentence } from '../sentence';

/** A place in a file as people count: all from 1, columns in UTF-16 code units, the end left out. */
export interface Place {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** What is wrong in a file that somebody wrote, and where. */
export interface Problem extends Place {
  sentences: Sentence[];
}

/** Names of the keys, and indices of the items, from the root of a document to a part of it. */
export type Path = readonly (string | number)[];

/** Tells what is wrong at a part of the document. */
export type Tell = (path: Path, ...sentences: Sentence[]) => void;
