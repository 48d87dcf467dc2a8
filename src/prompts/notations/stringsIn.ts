import type { DataNode, DataString } from './dataNode';

/** A string of a document, the names and places in lists that lead to it, and the map or list that holds it. */
export interface PlacedString {
  path: readonly (string | number)[];
  string: DataString;
  holder: DataNode;
}

/** How deep fields are looked for: what is nested deeper are data, and each level takes room of the stack. */
const DEEPEST = 50;

/** The strings of a document, in its order. */
export function* stringsIn(
  node: DataNode,
  path: readonly (string | number)[] = [],
  holder: DataNode = node,
): Generator<PlacedString> {
  if (path.length > DEEPEST) return;
  if (node.kind === 'string') yield { path, string: node, holder };
  else if (node.kind === 'list')
    for (const [at, item] of node.items.entries()) yield* stringsIn(item, [...path, at], node);
  else if (node.kind === 'map')
    for (const [name, value] of node.entries) yield* stringsIn(value, [...path, name], node);
}
