import type { Part } from '../attention/parts';
import type { AnalysisResult } from '../protocol/analysis';
import type { ReadingPosition } from '../protocol/attention';
import type { Finding, Severity } from '../protocol/finding';
import type { HeadChoice } from '../protocol/borders/inference';
import type { Role } from '../protocol/prompt';
import { sentence, type Sentence } from '../protocol/sentence';
import type { Counted, Phrase } from './phrase';

type Segment = Pick<AnalysisResult['segments'][number], 'role' | 'trust'>;

const roleNames: Record<Role, Sentence> = {
  prompt: sentence('the prompt'),
  system: sentence('the system prompt'),
  user: sentence('the user message'),
  assistant: sentence('the assistant message'),
  tool: sentence('the tool result'),
  data: sentence('the data'),
  input: sentence('the template input'),
};

const shortRoleNames: Record<Role, Sentence> = {
  prompt: sentence('prompt'),
  system: sentence('system'),
  user: sentence('user'),
  assistant: sentence('assistant'),
  tool: sentence('tool'),
  data: sentence('data'),
  input: sentence('template input'),
};

const severityNames: Record<Severity, Sentence> = {
  error: sentence('Error'),
  warning: sentence('Warning'),
  information: sentence('Information'),
  hint: sentence('Hint'),
};

/** A segment as a sentence names it; none is the text of the chat template. */
export function segmentName(segment: Segment | undefined): Phrase {
  if (!segment) return sentence('the chat template');
  const name = roleNames[segment.role];
  // These are untrusted by their nature: saying so again would only be longer.
  return segment.trust === 'untrusted' && !['tool', 'data', 'input'].includes(segment.role)
    ? sentence('{segment} (untrusted)', { segment: name })
    : name;
}

/** A segment as an axis names it. */
export function shortSegmentName(segment: Segment | undefined): Phrase {
  return segment ? shortRoleNames[segment.role] : sentence('template');
}

/** The segments of a prompt, with a number where a name comes more than once. */
export function segmentNames(segments: readonly Segment[]): Phrase[] {
  const names = segments.map(segmentName);
  const keys = names.map((name) => JSON.stringify(name));
  return names.map((name, at) => {
    if (keys.indexOf(keys[at]!) === keys.lastIndexOf(keys[at]!)) return name;
    const number = keys.slice(0, at + 1).filter((key) => key === keys[at]).length;
    return sentence('{name} {number}', { name, number: String(number) });
  });
}

/** The parts of a prompt, as legends and menus name them. */
export function partNames(parts: readonly Part[], segments: readonly Segment[]): Phrase[] {
  const names = segmentNames(segments);
  return parts.map(({ kind, index }) => {
    switch (kind) {
      case 'segment':
        return names[index]!;
      case 'finding':
        return findingName(index);
      case 'sink':
        return sentence('the sink');
      case 'template':
        return segmentName(undefined);
      case 'unmapped':
        return unmappedName;
    }
  });
}

/** A finding by its place in the list. */
export function findingName(index: number): Phrase {
  return sentence('Finding {n}', { n: index + 1 });
}

/** Text of the prompt that the chat template changed, so that its tokens have no known place. */
export const unmappedName: Phrase = sentence('unmapped');

/** Who reads, as the subject of a sentence: the token at the reading position. */
export function readerName(kind: ReadingPosition['kind']): Phrase {
  switch (kind) {
    case 'last':
      return sentence('the last token');
    case 'classification':
      return sentence('the classification token');
    case 'mean':
      return sentence('the average token');
  }
}

/** Whose words those of a segment are. */
export function speakerOf({ role, trust }: Finding['segment']): Phrase {
  if (trust === 'untrusted') return sentence('In untrusted text.');
  if (trust === 'user') return sentence('In a message of the user.');
  return role === 'prompt'
    ? sentence('In the prompt file itself, which counts as its author’s text.')
    : sentence('In the words of the author of this prompt.');
}

export function severityName(severity: Severity): Phrase {
  return severityNames[severity];
}

/** A layer by itself, as in a menu. */
export function layerName(layer: number): Phrase {
  return sentence('Layer {layer}', { layer: String(layer) });
}

/** A head by itself. */
export function headName(head: HeadChoice): Phrase {
  return head === 'mean' ? sentence('Mean of heads') : sentence('Head {head}', { head: String(head) });
}

/** Which map is meant, within a sentence. */
export function mapName(layer: number, head: HeadChoice): Phrase {
  return head === 'mean'
    ? sentence('layer {layer}, mean of heads', { layer: String(layer) })
    : sentence('layer {layer}, head {head}', { layer: String(layer), head: String(head) });
}

export function tokenCount(n: number): Counted {
  return { n, one: sentence('{n} token'), other: sentence('{n} tokens') };
}

export function layerCount(n: number): Counted {
  return { n, one: sentence('{n} layer'), other: sentence('{n} layers') };
}

export function headCount(n: number): Counted {
  return { n, one: sentence('{n} head'), other: sentence('{n} heads') };
}
