import type { Segment } from '../../protocol/prompt';
import { splitSegment } from '../splitSegment';

/** Files of template engines: what stands in double braces there is put in. */
const TEMPLATE_FILE = /\.(?:prompt\.ya?ml|prompty|prompt|j2|jinja2?|hbs|handlebars|mustache|liquid|tmpl)$/i;

export function isTemplateFile(path: string | undefined): boolean {
  return path !== undefined && TEMPLATE_FILE.test(path);
}

/** A name in double or triple braces, with the filters of an engine behind it, or as n8n and Dify write it. */
const SLOT =
  /\{\{\{?[-~]?\s*(?:[A-Za-z_]|\$(?:\('[^'{}\n]{0,80}'\))?|#(?=[\w.-]+#))[\w.[\]'"#-]*(?:\s*\|[^{}\n]{0,80})?\s*[-~]?\}?\}\}/g;

/** Segments in which the slots of a template stand apart, as segments of role input in the same messages. */
export function markSlots(segments: readonly Segment[]): Segment[] {
  return segments.flatMap((segment) => {
    if (segment.role === 'data' || segment.role === 'tool') return [segment];
    const slots = Array.from(segment.content.matchAll(SLOT), ({ 0: slot, index }) => ({
      start: index,
      end: index + slot.length,
    }));
    return slots.length === 0 ? [segment] : splitSegment(segment, slots, 'input');
  });
}
