import type { Segment } from '../../protocol/prompt';
import { splitSegment } from '../splitSegment';
import { markedData } from './markedData';

/** Segments in which what their authors mark as data stands apart, as segments of role data in the same messages. */
export function markData(segments: readonly Segment[], ownNames?: readonly string[]): Segment[] {
  return segments.flatMap((segment) => {
    if (segment.role !== 'prompt' && segment.role !== 'system' && segment.role !== 'user') return [segment];
    const { content } = segment;
    const marked = markedData(content, ownNames);
    if (marked.length === 0) return [segment];
    const parts = splitSegment(segment, marked, 'data');
    // Where nothing but the marks is left, they are the form of a document, not a border within it.
    const own = parts.flatMap(({ role, content: said }) => (role === 'data' ? [] : [said])).join('');
    return /\w/.test(own.replace(/<[^<>]*>|^[^\n]*\b(?:BEGIN|END)\b[^\n]*$|^[ \t]*(?:```|~~~)[^\n]*$/gim, ''))
      ? parts
      : [segment];
  });
}
