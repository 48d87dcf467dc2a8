import { firstIndex } from './words';

/** Languages of programs. A fence that names one for prose may hold a whole prompt. */
const programs =
  'python|py|js|javascript|ts|typescript|jsx|tsx|json|yaml|yml|toml|go|rust|java|kotlin|swift|c|cpp|csharp|ruby|rb|php|lua|sql|bash|sh|shell|r|scala|jinja|jinja2|dockerfile|modelfile';
const fence = new RegExp(`^[ \\t]{0,8}(?:\`\`\`|~~~)((?:${programs})\\b)?`, 'gim');

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
  for (const { index, 1: program } of text.matchAll(fence)) {
    if (open) open.end = index;
    else samples.push((open = { start: index, end: Infinity, program: program !== undefined }));
    if (open.end !== Infinity) open = undefined;
  }
  return samples;
}
