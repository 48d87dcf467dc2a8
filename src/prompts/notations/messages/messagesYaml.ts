import type { Segment } from '../../../protocol/prompt';
import { parseYaml } from '../parseYaml';
import { readMessages } from './readMessages';

/** Reads messages written as YAML: a list, or a map that holds one as `messages`, or as `contents` (Gemini). */
export function readMessagesYaml(text: string): Segment[] | null {
  // Cheap signs first: most texts are not YAML.
  if (
    !/^[ \t]*(?:-[ \t]|(?:messages|contents)[ \t]*:)/m.test(text) ||
    !/\b(?:role|parts)['"]?\s*:/.test(text)
  )
    return null;
  const document = parseYaml(text);
  return document && readMessages(text, document.root);
}
