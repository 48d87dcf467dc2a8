import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPrompts } from '../../../../../src/prompts/readPrompts';
import type { Segment } from '../../../../../src/protocol/prompt';

/** A way to write a text as a literal, which the language itself would read as that text. */
interface Notation {
  name: string;
  path: string;
  /** A program in which the literal is what the system says. */
  program: (literal: string) => string;
  write: (text: string) => string;
  /** Texts that it can hold. */
  holds?: (text: string) => boolean;
}

const hex = (code: number, width: number): string => code.toString(16).padStart(width, '0');
/** Each special character by its escape, control characters and some others by number. */
const escaped = (text: string, special: RegExp, number: (unit: string) => string): string =>
  text.replace(special, (unit) =>
    unit === '\n'
      ? '\\n'
      : unit === '\t'
        ? '\\t'
        : /[\u0000-\u001f\u0080-\uffff]/.test(unit)
          ? number(unit)
          : `\\${unit}`,
  );
const utf16 = (unit: string): string =>
  [...Array(unit.length).keys()].map((i) => `\\u${hex(unit.charCodeAt(i), 4)}`).join('');
const scalar = (unit: string): string => `\\u{${unit.codePointAt(0)!.toString(16)}}`;
const wide = (unit: string): string => `\\U${hex(unit.codePointAt(0)!, 8)}`;

const inPython = (literal: string): string => `import x\nsystem_prompt = ${literal}\n`;
const inScript = (literal: string): string => `f(1);\nconst systemPrompt = ${literal};\n`;
const inGo = (literal: string): string => `package m\n\nconst systemPrompt = ${literal}\n`;
const inJava = (literal: string): string =>
  `class A {\n  static final String SYSTEM_PROMPT = ${literal};\n}\n`;
const inCsharp = (literal: string): string => `class A {\n  const string SystemPrompt = ${literal};\n}\n`;
const inRust = (literal: string): string => `const SYSTEM_PROMPT: &str = ${literal};\n`;
const inRuby = (literal: string): string => `SYSTEM_PROMPT = ${literal}\n`;
const inPhp = (literal: string): string => `<?php\n$systemPrompt = ${literal};\n`;
const indented = (text: string, indent: string): string => text.replace(/^(?=[^\n])/gm, indent);
const isFlush = (text: string): boolean =>
  /^\S/m.test(text) && !/^[ \t]+$/m.test(text) && !/^[ \t]/.test(text);

const notations: Notation[] = [
  {
    name: 'Python, double quotes',
    path: 'a.py',
    program: inPython,
    write: (t) => `"${escaped(t, /["\\\n\t]|[^\x20-\x7e]/gu, wide)}"`,
  },
  {
    name: 'Python, three quotes',
    path: 'a.py',
    program: inPython,
    write: (t) => `'''${t.replace(/[\\']/g, '\\$&')}'''`,
  },
  {
    name: 'Python, f-string',
    path: 'a.py',
    program: inPython,
    write: (t) => `f"${escaped(t, /["\\\n\t]/g, wide).replace(/[{}]/g, '$&$&')}"`,
  },
  {
    name: 'Python, raw',
    path: 'a.py',
    program: inPython,
    write: (t) => `r"""${t}"""`,
    holds: (t) => !/["\\]/.test(t),
  },
  {
    name: 'Python, parts',
    path: 'a.py',
    program: inPython,
    write: (t) =>
      `(${t
        .split(/(?<= )/)
        .map((part) => `'${escaped(part, /['\\\n\t]/g, wide)}'`)
        .join('\n  ')})`,
  },
  {
    name: 'TypeScript, single quotes',
    path: 'a.ts',
    program: inScript,
    write: (t) => `'${escaped(t, /['\\\n\t]|[^\x20-\x7e]/g, utf16)}'`,
  },
  {
    name: 'TypeScript, code points',
    path: 'a.ts',
    program: inScript,
    write: (t) => `"${escaped(t, /["\\\n\t]|[^\x20-\x7e]/gu, scalar)}"`,
  },
  {
    name: 'TSX, template',
    path: 'a.tsx',
    program: inScript,
    write: (t) => `\`${t.replace(/[`\\]|\$(?=\{)/g, '\\$&')}\``,
  },
  {
    name: 'JavaScript, joined',
    path: 'a.js',
    program: inScript,
    write: (t) =>
      t
        .split(/(?<= )/)
        .map((part) => JSON.stringify(part))
        .join(' +\n  '),
  },
  {
    name: 'Go, interpreted',
    path: 'a.go',
    program: inGo,
    write: (t) => `"${escaped(t, /["\\\n\t]|[^\x20-\x7e]/gu, wide)}"`,
  },
  { name: 'Go, raw', path: 'a.go', program: inGo, write: (t) => `\`${t}\``, holds: (t) => !t.includes('`') },
  {
    name: 'Java',
    path: 'A.java',
    program: inJava,
    write: (t) => `"${escaped(t, /["\\\n\t]|[^\x20-\x7e]/g, utf16)}"`,
  },
  {
    name: 'Java, text block',
    path: 'A.java',
    program: inJava,
    holds: (t) => isFlush(t) && !/[ \t]$/m.test(t),
    write: (t) => `"""\n${indented(t.replace(/[\\"]/g, '\\$&'), '      ')}\\\n      """`,
  },
  {
    name: 'C#',
    path: 'a.cs',
    program: inCsharp,
    write: (t) => `"${escaped(t, /["\\\n\t]|[^\x20-\x7e]/g, utf16)}"`,
  },
  { name: 'C#, verbatim', path: 'a.cs', program: inCsharp, write: (t) => `@"${t.replace(/"/g, '""')}"` },
  {
    name: 'C#, interpolated',
    path: 'a.cs',
    program: inCsharp,
    write: (t) => `$"${escaped(t, /["\\\n\t]/g, utf16).replace(/[{}]/g, '$&$&')}"`,
  },
  {
    name: 'C#, raw',
    path: 'a.cs',
    program: inCsharp,
    holds: (t) => !t.includes('"') && !/^[ \t]+$/m.test(t),
    write: (t) => `"""\n${indented(t, '    ')}\n    """`,
  },
  {
    name: 'Rust',
    path: 'a.rs',
    program: inRust,
    write: (t) => `"${escaped(t, /["\\\n\t]|[^\x20-\x7e]/gu, scalar)}"`,
  },
  {
    name: 'Rust, raw',
    path: 'a.rs',
    program: inRust,
    write: (t) => `r##"${t}"##`,
    holds: (t) => !t.includes('"#'),
  },
  {
    name: 'Ruby, double quotes',
    path: 'a.rb',
    program: inRuby,
    write: (t) => `"${escaped(t, /["\\\n\t#]|[^\x20-\x7e]/gu, scalar)}"`,
  },
  {
    name: 'Ruby, single quotes',
    path: 'a.rb',
    program: inRuby,
    write: (t) => `'${t.replace(/[\\']/g, '\\$&')}'`,
  },
  {
    name: 'Ruby, here-document',
    path: 'a.rb',
    program: inRuby,
    holds: isFlush,
    write: (t) => `<<~EOS\n${indented(t.replace(/[\\#]/g, '\\$&'), '    ')}\nEOS`,
  },
  {
    name: 'PHP, double quotes',
    path: 'a.php',
    program: inPhp,
    write: (t) => `"${escaped(t, /["\\\n\t$]|[^\x20-\x7e]/gu, scalar)}"`,
  },
  {
    name: 'PHP, single quotes',
    path: 'a.php',
    program: inPhp,
    write: (t) => `'${t.replace(/[\\']/g, '\\$&')}'`,
  },
  {
    name: 'PHP, here-document',
    path: 'a.php',
    program: inPhp,
    holds: (t) => !/^[ \t]+$/m.test(t),
    write: (t) => `<<<EOT\n${indented(t.replace(/[\\$]/g, '\\$&'), '  ')}\n  EOT`,
  },
  {
    name: 'PHP, nowdoc',
    path: 'a.php',
    program: inPhp,
    holds: (t) => !/^[ \t]+$/m.test(t),
    write: (t) => `<<<'EOT'\n${indented(t, '  ')}\n  EOT`,
  },
];

/** Words that make any text a prompt, then what is hard to write. */
const texts = fc
  .array(
    fc.constantFrom(
      'be kind',
      ' ',
      '\n',
      '  ',
      "it's",
      '"so"',
      '\\',
      'ü',
      '😀',
      '词',
      '{',
      '}',
      '#',
      '$',
      '`',
      'C:\\new',
      '%',
      'tail',
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => `You are a helpful and patient guide. ${parts.join('')} End.`)
  // A name in braces is a slot, and so is a sign of a format.
  .filter((text) => !/\{[^{}]*\}|\$\{|#\{|#\$|%[a-zA-Z]/.test(text));

const said = (segments: readonly Segment[]): string => segments.map(({ content }) => content).join('');

describe('a literal says what its language reads in it, each part at its place', () => {
  it.each(notations)('$name', async ({ path, program, write, holds = () => true }) => {
    await fc.assert(
      fc.asyncProperty(texts.filter(holds), async (text) => {
        const source = program(write(text));
        const { prompts } = await readPrompts(source, { path });
        expect(prompts).toHaveLength(1);
        const { segments } = prompts[0]!;
        expect(said(segments).replace(/\n$/, '')).toBe(text);
        expect(segments.every(({ role }) => role === 'system')).toBe(true);
        for (const { content, runs, start, end } of segments) {
          let at = 0;
          for (const run of runs) {
            expect(run.contentStart).toBe(at);
            at = run.contentEnd;
            expect(run.sourceStart).toBeGreaterThanOrEqual(start);
            expect(run.sourceEnd).toBeLessThanOrEqual(end);
            const [there, here] = [
              source.slice(run.sourceStart, run.sourceEnd),
              content.slice(run.contentStart, run.contentEnd),
            ];
            // What does not stand there as it is, is an escape: it has its marks.
            if (there !== here) expect(there).toMatch(/^(?:\\|""|\{\{|\}\})/);
          }
          expect(at).toBe(content.length);
        }
      }),
      { numRuns: 60 },
    );
  });
});
