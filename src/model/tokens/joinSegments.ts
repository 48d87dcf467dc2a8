import type { ModelInput, Segment } from '../../protocol/prompt';
import { messagesIn, speakerIn } from '../../protocol/text/messages';
import type { Stretch } from './alignRendering';
import type { Message } from './runTemplate';

/** A message as a template is given it, and the segments that it is made of, by where each begins in its content. */
export interface JoinedMessage extends Message {
  parts: { segment: number; start: number; end: number }[];
}

/** Segments as the messages of a chat. A plain text is one of the role that it is read as. */
export function joinSegments({ rendering, segments }: ModelInput): JoinedMessage[] {
  return messagesIn(segments).map((indexes) => {
    const said = indexes.map((index) => segments[index]!);
    const role = rendering === 'user' || rendering === 'system' ? rendering : roleOf(said);
    let content = '';
    const parts = indexes.map((segment, at) => {
      const start = content.length;
      content += said[at]!.content;
      return { segment, start, end: content.length };
    });
    return { role, content, parts };
  });
}

const roleOf = (message: readonly Segment[]): Segment['role'] => speakerIn(message)!.role;

/** Stretches of messages as those of their segments. */
export function stretchesOfSegments(
  stretches: readonly Stretch[],
  messages: readonly JoinedMessage[],
): Stretch[] {
  return stretches.flatMap((stretch): Stretch[] => {
    switch (stretch.kind) {
      case 'template':
        return [stretch];
      case 'unmapped': {
        const segments = stretch.segments.flatMap((message) =>
          messages[message]!.parts.map(({ segment }) => segment),
        );
        return [{ ...stretch, segments }];
      }
      case 'content': {
        const shift = stretch.start - stretch.contentStart;
        return messages[stretch.segment]!.parts.flatMap((part): Stretch[] => {
          const start = Math.max(stretch.start, part.start + shift);
          const end = Math.min(stretch.end, part.end + shift);
          const contentStart = start - shift - part.start;
          return end > start ? [{ kind: 'content', start, end, segment: part.segment, contentStart }] : [];
        });
      }
    }
  });
}
