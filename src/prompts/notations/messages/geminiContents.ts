import type { Role } from '../../../protocol/prompt';
import { roleNamed } from '../../speakers';
import type { DataNode, DataString } from '../dataNode';
import { say, type Said } from './said';

/**
 * What a request of the Gemini API says: `contents`, each with `parts` and perhaps a `role`, and a system instruction
 * beside them (https://ai.google.dev/api/generate-content). `null` where anything in it is of another kind.
 */
export function collectContents(root: DataNode): Said[] | null {
  if (root.kind !== 'map') return null;
  const contents = root.entries.get('contents');
  if (contents?.kind !== 'list' || contents.items.length === 0) return null;
  const system = root.entries.get('systemInstruction') ?? root.entries.get('system_instruction');
  const said: Said[] = [];
  const areContents =
    (!system || collectContent(system, said, 'system')) &&
    contents.items.every((content) => collectContent(content, said));
  return areContents ? said : null;
}

function collectContent(content: DataNode, said: Said[], as?: Role): boolean {
  if (content.kind !== 'map') return false;
  const name = content.entries.get('role');
  // Without a role the user speaks.
  const role = as ?? (name === undefined ? 'user' : name.kind === 'string' ? roleNamed(name.value) : null);
  const parts = content.entries.get('parts');
  if (!role || !parts) return false;
  const first = said.length;
  // A single part need not be a list in what libraries take.
  return (parts.kind === 'list' ? parts.items : [parts]).every((part) =>
    collectPart(role, part, said, first),
  );
}

/** A part: a text, the answer of a function, or something without text (a picture, a call). */
function collectPart(role: Role, part: DataNode, said: Said[], first: number): boolean {
  if (part.kind !== 'map') return false;
  const answer = part.entries.get('functionResponse') ?? part.entries.get('function_response');
  const text = part.entries.get('text');
  if (answer) for (const each of stringsOf(answer, 'response')) say('tool', each, said, first);
  else if (text?.kind === 'string') say(role, text, said, first);
  return true;
}

/** All strings below an entry of a map, in order. */
function stringsOf(node: DataNode, entry: string): DataString[] {
  const value = node.kind === 'map' ? node.entries.get(entry) : undefined;
  return value ? allStrings(value) : [];
}

function allStrings(node: DataNode): DataString[] {
  if (node.kind === 'string') return [node];
  if (node.kind === 'list') return node.items.flatMap(allStrings);
  return node.kind === 'map' ? [...node.entries.values()].flatMap(allStrings) : [];
}
