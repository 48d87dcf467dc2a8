import type { Role } from '../../../protocol/prompt';
import type { DataString } from '../dataNode';

/** What one speaker says in one message: a text, or several parts of one. */
export interface Said {
  role: Role;
  parts: DataString[];
}

/** Adds a part of a message, whose parts begin at `first` in what is said: those of one speaker are one text. */
export function say(role: Role, text: DataString, said: Said[], first: number): void {
  const last = said.length > first ? said.at(-1) : undefined;
  if (last?.role === role) last.parts.push(text);
  else said.push({ role, parts: [text] });
}
