import type { SideFile } from './sideFiles';

/**
 * The tokens that end an answer, by `generation_config.json` and `config.json`: `eos_token_id` is one or a list of
 * them. Models for chats name the end of a turn in the first, and may name only the end of a text in the second.
 */
export function endIds(...configs: readonly (SideFile | undefined)[]): number[] {
  const said = configs.flatMap((config) => config?.eos_token_id ?? []);
  return [...new Set(said.filter((id): id is number => Number.isInteger(id)))];
}
