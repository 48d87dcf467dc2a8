/** How a kind of literal writes what cannot stand in it as it is. */
export interface Escapes {
  /** Global; what it does not match stands for itself. */
  pattern: RegExp;
  decode: (escape: string) => string;
}

/** Letters after a backslash that all of these languages read alike. */
const common: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
};

/** One escape: a line end, digits in one of the usual forms, a character by its name, or one character. */
const BACKSLASH =
  /\\(?:\r\n|x[\da-fA-F]{2}|u\{[\da-fA-F]+\}|u+[\da-fA-F]{4}|U[\da-fA-F]{8}|N\{[^}]*\}|[0-7]{1,3}|[^])/g;

interface Letters {
  /** Letters of the language besides the common ones; `null`: no escape in it. */
  letters?: Readonly<Record<string, string | null>>;
  /** What any other character after a backslash stands for: itself, or itself and the backslash. */
  unknown?: 'itself' | 'as written';
  pattern?: RegExp;
}

function backslashes({ letters = {}, unknown = 'itself', pattern = BACKSLASH }: Letters = {}): Escapes {
  const known = { ...common, ...letters };
  return {
    pattern,
    decode: (escape) => {
      const body = escape.slice(1);
      const digits = /^(?:x|u+|U)\{?([\da-fA-F]{2,})\}?$/.exec(body)?.[1];
      if (digits !== undefined) return character(parseInt(digits, 16)) ?? escape;
      if (/^[0-7]{2,3}$|^[1-7]$/.test(body)) return String.fromCharCode(parseInt(body, 8));
      // The line goes on: nothing is said.
      if (/^[\r\n\u2028\u2029]/.test(body)) return '';
      const letter = known[body];
      if (letter !== undefined) return letter ?? escape;
      return (unknown === 'as written' && !/^[\\"'$]$/.test(body)) || body.length > 1 ? escape : body;
    },
  };
}

function character(code: number): string | undefined {
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

export const javascript = backslashes();
/** Python reference, 2.4.1: what is no escape stays as it is written. */
export const python = backslashes({ letters: { a: '\x07', $: null }, unknown: 'as written' });
export const go = backslashes({ letters: { a: '\x07' } });
/** Java language specification, 3.10.7. */
export const java = backslashes({ letters: { s: ' ' } });
export const csharp = backslashes({ letters: { a: '\x07', e: '\x1b' } });
/** Rust reference, "String continuation escapes": the blanks of the next line go too. */
export const rust = backslashes({ pattern: new RegExp(`\\\\\\r?\\n\\s*|${BACKSLASH.source}`, 'g') });
export const ruby = backslashes({ letters: { a: '\x07', e: '\x1b', s: ' ' } });
/** PHP manual, "Strings": `\b` is none, nor is an unknown letter. */
export const php = backslashes({ letters: { e: '\x1b', b: null, "'": null }, unknown: 'as written' });

/** In single quotes, as PHP and Ruby have them: only the quote and the backslash itself. */
export const quoteOnly: Escapes = { pattern: /\\[\\']/g, decode: (escape) => escape[1]! };
/** `""` in a verbatim string of C#. */
export const doubledQuote: Escapes = { pattern: /""/g, decode: () => '"' };

/** The same with `{{` and `}}` for braces, where single ones hold slots. */
export function withDoubledBraces(escapes?: Escapes): Escapes {
  const isBraces = (escape: string): boolean => escape === '{{' || escape === '}}';
  return {
    pattern: new RegExp(escapes ? `\\{\\{|\\}\\}|${escapes.pattern.source}` : '\\{\\{|\\}\\}', 'g'),
    decode: (escape) => (isBraces(escape) ? escape[0]! : escapes!.decode(escape)),
  };
}
