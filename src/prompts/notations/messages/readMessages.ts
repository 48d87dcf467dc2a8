import type { Role, Segment } from '../../../protocol/prompt';
import { roleNamed, spoken } from '../../speakers';
import { TextWriter } from '../../writtenText';
import type { DataNode } from '../dataNode';
import { collectContents } from './geminiContents';
import { say, type Said } from './said';

/**
 * Reads a list of messages, or a map that holds one as `messages` (and perhaps a `system` prompt
 * or `instructions` beside it), or the `contents` of Gemini. `null` where anything in it is not a message: then the text is data of
 * another kind.
 */
export function readMessages(source: string, root: DataNode): Segment[] | null {
  const said = (root.kind === 'map' && root.entries.has('contents') ? collectContents : collectMessages)(
    root,
  );
  return said && said.length > 0 ? said.map((one) => toSegment(source, one)) : null;
}

function collectMessages(root: DataNode): Said[] | null {
  const list = root.kind === 'map' ? root.entries.get('messages') : root;
  if (list?.kind !== 'list' || list.items.length === 0) return null;
  const said: Said[] = [];
  const beside = (field: string) => (root.kind === 'map' ? root.entries.get(field) : undefined);
  const [system, instructions] = [beside('system'), beside('instructions')];
  if (system && !collect('system', system, said)) return null;
  if (instructions?.kind === 'string') said.push({ role: 'system', parts: [instructions] });
  return list.items.every((message) => collectMessage(message, said)) ? said : null;
}

function collectMessage(message: DataNode, said: Said[]): boolean {
  if (message.kind !== 'map') return false;
  const name = message.entries.get('role');
  const role = name?.kind === 'string' ? roleNamed(name.value) : null;
  const content = message.entries.get('content');
  if (role === null || !content) return false;
  // An assistant that only calls tools says nothing.
  if (content.kind === 'null') return role === 'assistant';
  return collect(role, content, said);
}

function collect(role: Role, content: DataNode, said: Said[]): boolean {
  if (content.kind === 'string') {
    said.push({ role, parts: [content] });
    return true;
  }
  if (content.kind !== 'list') return false;
  const first = said.length;
  return content.items.every((part) => collectPart(role, part, said, first));
}

/** A part of a message: a text, the result of a tool, or something without text (a picture). */
function collectPart(role: Role, part: DataNode, said: Said[], first: number): boolean {
  if (part.kind !== 'map') return false;
  const type = part.entries.get('type');
  if (type?.kind !== 'string') return false;
  if (type.value === 'tool_result') {
    const content = part.entries.get('content');
    return !content || collect('tool', content, said);
  }
  const text = part.entries.get('text');
  if (text?.kind !== 'string') return true;
  say(role, text, said, first);
  return true;
}

/** Parts are joined by a line break, which stands nowhere in the source: its run is empty there. */
function toSegment(source: string, { role, parts }: Said): Segment {
  const writer = new TextWriter(source);
  let end: number | null = null;
  for (const part of parts) {
    if (end !== null) writer.add('\n', end, end);
    part.write(writer);
    end = part.end;
  }
  return spoken(role, writer.finish(parts[0]!.start, end!));
}
