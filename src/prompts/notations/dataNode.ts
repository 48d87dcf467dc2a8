import type { TextWriter } from '../writtenText';

/** A string of a data notation: what it says, where it stands between its quotes, and how to write it down. */
export interface DataString {
  kind: 'string';
  value: string;
  start: number;
  end: number;
  write: (writer: TextWriter) => void;
}

/** A value of a data notation (JSON, YAML, TOML), as far as it is looked at. `other`: numbers, references and the like. */
export type DataNode =
  | DataString
  | { kind: 'list'; items: DataNode[] }
  | { kind: 'map'; entries: Map<string, DataNode> }
  | { kind: 'null' }
  | { kind: 'other' };
