import type { Segment } from '../protocol/prompt';
import { messagesIn, speakerIn } from '../protocol/text/messages';

/**
 * What each speaker says in one go, to be read as such: the segments of a message made one, with the slots in it. Data
 * in it, and the fields of a document, are left out, and segments of their own.
 */
export function joinMessages(segments: readonly Segment[]): Segment[] {
  return messagesIn(segments).flatMap((indexes) => {
    const message = indexes.map((index) => segments[index]!);
    if (message.length === 1) return message;
    const apart = message.filter(isApart);
    const said = message.filter((segment) => !isApart(segment));
    return said.length === 0 ? apart : [joined(said), ...apart];
  });
}

/** Data, and a name or description that is handed on by itself. */
function isApart({ role, places, content }: Segment): boolean {
  const [place] = places ?? [];
  const isField = place !== undefined && /^(?:name|description|parameter)$/.test(place.kind);
  return role === 'data' || (isField && place.start === 0 && place.end === content.length);
}

function joined(said: readonly Segment[]): Segment {
  const { role, trust } = speakerIn(said)!;
  let content = '';
  const whole: Segment = { role, trust, start: Infinity, end: 0, content, runs: [], places: [] };
  for (const segment of said) {
    const by = content.length;
    content += segment.content;
    whole.start = Math.min(whole.start, segment.start);
    whole.end = Math.max(whole.end, segment.end);
    for (const run of segment.runs)
      whole.runs.push({ ...run, contentStart: run.contentStart + by, contentEnd: run.contentEnd + by });
    for (const { kind, start, end } of segment.places ?? [])
      whole.places!.push({ kind, start: start + by, end: end + by });
  }
  return { ...whole, content };
}
