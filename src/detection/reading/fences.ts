import type { Hit } from '../hit';
import { firstIndex } from './words';

/** Languages of programs. A fence that names one for prose may hold a whole prompt. */
const programs =
  'python|py|js|javascript|ts|typescript|jsx|tsx|json|yaml|yml|toml|go|rust|java|kotlin|swift|c|cpp|csharp|ruby|rb|php|lua|sql|bash|sh|shell|r|scala|jinja|jinja2|dockerfile|modelfile';
const program = new RegExp(`(?:${programs})\\b`, 'iy');
/** Most white space before a fence. */
const INDENT = 8;

/** A fenced sample, from the line that opens it to the one that closes it, in UTF-16 code units of the text. */
interface Sample {
  start: number;
  end: number;
  program: boolean;
}

/** The fenced samples of a text, read when they are first asked for. */
export interface Fences {
  /** Whether a place stands in a sample. */
  inSample(offset: number): boolean;
  /** Whether it stands in a closed sample of program code. */
  inProgram(offset: number): boolean;
}

export function fencesOf(text: string): Fences {
  let samples: Sample[] | undefined;
  const sampleAt = (offset: number): Sample | undefined => {
    const read = (samples ??= readSamples(text));
    const sample = read[firstIndex(read.length, (index) => read[index]!.end > offset)];
    return sample && sample.start <= offset ? sample : undefined;
  };
  return {
    inSample: (offset) => sampleAt(offset) !== undefined,
    inProgram: (offset) => {
      const sample = sampleAt(offset);
      return sample !== undefined && sample.program && sample.end !== Infinity;
    },
  };
}

function readSamples(text: string): Sample[] {
  const samples: Sample[] = [];
  let open: Sample | undefined;
  for (const { start, end } of fencesIn(text)) {
    program.lastIndex = end;
    if (open) open.end = start;
    else samples.push((open = { start, end: Infinity, program: program.test(text) }));
    if (open.end !== Infinity) open = undefined;
  }
  return samples;
}

/** Fences, each from the beginning of its line to the end of its three signs. */
function* fencesIn(text: string): Generator<Hit> {
  let ticks = text.indexOf('```');
  let tildes = text.indexOf('~~~');
  let line = -1;
  while (ticks >= 0 || tildes >= 0) {
    const at = tildes < 0 || (ticks >= 0 && ticks < tildes) ? ticks : tildes;
    const start = lineStart(text, at);
    // A line has one.
    if (start > line) {
      line = start;
      yield { start, end: at + 3 };
    }
    if (at === ticks) ticks = text.indexOf('```', at + 3);
    else tildes = text.indexOf('~~~', at + 3);
  }
}

/** Where the line of a fence begins; -1 where more than white space stands before it. */
function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < INDENT && (text[start - 1] === ' ' || text[start - 1] === '\t'))
    start -= 1;
  return start === 0 || /[\n\r\u2028\u2029]/.test(text[start - 1]!) ? start : -1;
}
