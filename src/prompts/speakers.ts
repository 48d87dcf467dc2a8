import type { Role, Segment, Trust } from '../protocol/prompt';
import type { WrittenText } from './writtenText';

/** Who speaks in the messages of a chat. */
export type Speaker = Exclude<Role, 'prompt' | 'data' | 'input'>;

/** Role names that prompt formats use, and the speaker each stands for. */
const roles: ReadonlyMap<string, Speaker> = new Map<string, Speaker>([
  ['system', 'system'],
  ['developer', 'system'],
  ['user', 'user'],
  ['human', 'user'],
  ['assistant', 'assistant'],
  ['model', 'assistant'],
  ['ai', 'assistant'],
  ['tool', 'tool'],
  ['function', 'tool'],
  ['ipython', 'tool'],
]);

const trustOf: Readonly<Record<Role, Trust>> = {
  prompt: 'author',
  system: 'author',
  user: 'user',
  assistant: 'author',
  tool: 'untrusted',
  data: 'untrusted',
  input: 'untrusted',
};

/** The speaker that a format's role name stands for; `null` for a name that no format knows. */
export function roleNamed(name: string): Speaker | null {
  return roles.get(name) ?? null;
}

/** A segment of a speaker, with the trust that the speaker has. */
export function spoken(role: Role, text: WrittenText): Segment {
  return { role, trust: trustOf[role], ...text };
}
