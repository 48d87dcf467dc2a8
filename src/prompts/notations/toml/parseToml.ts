import type { SourceRange } from '../../../protocol/prompt';
import { TextWriter } from '../../writtenText';
import type { DataNode, DataString } from '../dataNode';
import { writeTomlString } from './tomlString';

/** Longest text read as TOML, in UTF-16 code units. */
const LONGEST_TOML = 1_000_000;
/** How deep lists and tables may be written within each other: each level takes room of the stack. */
const DEEPEST = 50;

/** A string, and where it stands with its quotes. */
export interface TomlString extends DataString {
  written: SourceRange;
}

/** What a TOML document holds, and its strings in their order. */
export interface TomlDocument {
  root: DataNode;
  strings: TomlString[];
}

type Table = Map<string, DataNode>;

/**
 * Reads a TOML document (https://toml.io/en/v1.0.0); `null` where it is none. What is no string is not looked at.
 *
 * No package does: `toml-eslint-parser` has ranges too, but of an escape none, takes five to nine times as long and 40 KB
 * of the bundle, and gives up at an escape that is not known; `smol-toml` has no ranges.
 */
export function parseToml(text: string): TomlDocument | null {
  if (text.length > LONGEST_TOML) return null;
  try {
    return new Parser(text).document();
  } catch (error) {
    if (error instanceof NoToml) return null;
    throw error;
  }
}

class NoToml extends Error {}

class Parser {
  private at = 0;
  private readonly strings: TomlString[] = [];

  constructor(private readonly text: string) {}

  document(): TomlDocument {
    const root: Table = new Map();
    let table = root;
    for (this.skipLines(); this.at < this.text.length; this.skipLines()) {
      if (this.take('[[')) table = this.header(root, ']]');
      else if (this.take('[')) table = this.header(root, ']');
      else this.entry(table, 0);
      this.match(/[ \t]*(?:#[^\n]*)?/y);
      if (this.at < this.text.length && !this.match(/\r?\n/y)) throw new NoToml();
    }
    return { root: { kind: 'map', entries: root }, strings: this.strings };
  }

  private header(root: Table, close: ']' | ']]'): Table {
    const keys = this.keys();
    if (!this.take(close)) throw new NoToml();
    const last = keys.pop()!;
    const above = within(root, keys);
    if (close === ']') return within(above, [last]);
    const tables = above.get(last) ?? { kind: 'list', items: [] };
    if (tables.kind !== 'list') throw new NoToml();
    const entries: Table = new Map();
    tables.items.push({ kind: 'map', entries });
    above.set(last, tables);
    return entries;
  }

  private entry(table: Table, depth: number): void {
    const keys = this.keys();
    if (!this.take('=')) throw new NoToml();
    const last = keys.pop()!;
    const holder = within(table, keys);
    // A name given twice says two things at once.
    if (holder.has(last)) throw new NoToml();
    this.skipBlanks();
    holder.set(last, this.value(depth));
  }

  private keys(): string[] {
    const keys: string[] = [];
    do {
      this.skipBlanks();
      keys.push(this.match(/[\w\u00b2-\uffff-]+/y) ?? this.quoted(/"(?!"")/y, /'(?!'')/y, false).value);
      this.skipBlanks();
    } while (this.take('.'));
    return keys;
  }

  private value(depth: number): DataNode {
    if (depth > DEEPEST) throw new NoToml();
    if (this.take('[')) return this.list(depth);
    if (this.take('{')) return this.inlineTable(depth);
    if (/["']/.test(this.text[this.at] ?? '')) return this.quoted(/"/y, /'/y, true);
    // A date may have a blank before its time.
    if (!this.match(/[^\s,\]}#"'=]+(?: \d\d:[\d:.Z+-]+)?/y)) throw new NoToml();
    return { kind: 'other' };
  }

  private list(depth: number): DataNode {
    const items: DataNode[] = [];
    for (this.skipLines(); !this.take(']'); this.skipLines()) {
      items.push(this.value(depth + 1));
      this.skipLines();
      if (!this.take(',') && this.text[this.at] !== ']') throw new NoToml();
    }
    return { kind: 'list', items };
  }

  private inlineTable(depth: number): DataNode {
    const entries: Table = new Map();
    for (this.skipLines(); !this.take('}'); this.skipLines()) {
      this.entry(entries, depth + 1);
      this.skipLines();
      if (!this.take(',') && this.text[this.at] !== '}') throw new NoToml();
    }
    return { kind: 'map', entries };
  }

  /** A string, with escapes or as it stands, of one line or more; a name is one too, and no text. */
  private quoted(basic: RegExp, literal: RegExp, isText: boolean): TomlString {
    const from = this.at;
    const hasEscapes = this.match(basic) !== undefined;
    if (!hasEscapes && !this.match(literal)) throw new NoToml();
    const quote = hasEscapes ? '"' : "'";
    const isLong = isText && this.take(quote + quote);
    // The line end after the quotes is none of it.
    if (isLong) this.match(/\r?\n/y);
    const start = this.at;
    const ends = isLong ? (hasEscapes ? /\\[^]|"{3,5}/g : /'{3,5}/g) : hasEscapes ? /\\.|["\n]/g : /['\n]/g;
    ends.lastIndex = start;
    let found = ends.exec(this.text);
    while (found?.[0].startsWith('\\')) found = ends.exec(this.text);
    if (!found || found[0] === '\n') throw new NoToml();
    this.at = ends.lastIndex;
    // Up to two quotes before the three that end it belong to it.
    const end = this.at - (isLong ? 3 : 1);
    const write = (writer: TextWriter): void =>
      hasEscapes ? writeTomlString(writer, this.text.slice(start, end), start) : writer.copy(start, end);
    const writer = new TextWriter(this.text);
    write(writer);
    const { content: value } = writer.finish(start, end);
    const written = { start: from, end: this.at };
    const string: TomlString = { kind: 'string', value, start, end, write, written };
    if (isText) this.strings.push(string);
    return string;
  }

  private take(sign: string): boolean {
    if (!this.text.startsWith(sign, this.at)) return false;
    this.at += sign.length;
    return true;
  }

  private match(expression: RegExp): string | undefined {
    expression.lastIndex = this.at;
    const [found] = expression.exec(this.text) ?? [];
    this.at += found?.length ?? 0;
    return found;
  }

  private skipBlanks(): void {
    this.match(/[ \t]+/y);
  }

  /** White space and comments. */
  private skipLines(): void {
    while (this.match(/\s+|#[^\n]*/y));
  }
}

/** The table that names lead to; of a list of tables, the last one. */
function within(table: Table, names: readonly string[]): Table {
  let inside = table;
  for (const name of names) {
    const known = inside.get(name) ?? { kind: 'map', entries: new Map<string, DataNode>() };
    inside.set(name, known);
    const last = known.kind === 'list' ? known.items.at(-1) : known;
    if (last?.kind !== 'map') throw new NoToml();
    inside = last.entries;
  }
  return inside;
}
