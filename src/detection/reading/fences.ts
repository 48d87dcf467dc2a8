import { linesOf } from './lines';
import { firstIndex } from './words';

/** A fence that names a language for programs; in one for prose a whole prompt may stand. */
const codeFence =
  /^[ \t]{0,8}(?:```|~~~)(?:python|py|js|javascript|ts|typescript|jsx|tsx|json|yaml|yml|toml|go|rust|java|kotlin|swift|c|cpp|csharp|ruby|rb|php|lua|sql|bash|sh|shell|r|scala|jinja|jinja2|dockerfile|modelfile)\b/i;
const anyFence = /^[ \t]{0,8}(?:```|~~~)/;

/** Tells whether a place stands in program code; reads the fences of a text when first asked. */
export function codeIn(text: string): (offset: number) => boolean {
  let blocks: [start: number, end: number][] | undefined;
  return (offset) => {
    const read = (blocks ??= codeBlocks(text));
    const block = firstIndex(read.length, (index) => read[index]![1] > offset);
    return (read[block]?.[0] ?? Infinity) <= offset;
  };
}

function codeBlocks(content: string): [start: number, end: number][] {
  const blocks: [start: number, end: number][] = [];
  let open: { start: number; code: boolean } | undefined;
  for (const { start, text } of linesOf(content)) {
    if (!anyFence.test(text)) continue;
    if (open?.code) blocks.push([open.start, start]);
    open = open ? undefined : { start, code: codeFence.test(text) };
  }
  return blocks;
}
