import type { Segment } from '../prompt';

/** Segments as the messages that they make: each with those that continue it. Indexes of `segments`. */
export function messagesIn(segments: readonly Pick<Segment, 'continues'>[]): number[][] {
  const messages: number[][] = [];
  for (const [index, { continues }] of segments.entries()) {
    const last = messages.at(-1);
    if (continues && last) last.push(index);
    else messages.push([index]);
  }
  return messages;
}

/** Who speaks in a message: data and slots in it are what the speaker hands on. */
export function speakerIn<S extends Pick<Segment, 'role'>>(message: readonly S[]): S | undefined {
  return message.find(({ role }) => role !== 'data' && role !== 'input') ?? message[0];
}

/** What is said in each message, as one text. */
export function messageTexts(
  segments: readonly Pick<Segment, 'role' | 'content' | 'continues'>[],
): Pick<Segment, 'role' | 'content'>[] {
  return messagesIn(segments).map((indexes) => {
    const said = indexes.map((index) => segments[index]!);
    return { role: speakerIn(said)!.role, content: said.map(({ content }) => content).join('') };
  });
}
