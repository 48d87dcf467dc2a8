import type { Phrase, Value } from './phrase';

/** Texts and numbers in the person's language. */
export interface L10n {
  locale: string;
  /** The text in the person's language, `{name}` replaced by its argument. */
  t(text: string, args?: Record<string, string | number>): string;
  /** A phrase in words. */
  say(phrase: Phrase): string;
  /** What a phrase is filled with, by itself. */
  write(value: Value): string;
  /** The same in pieces, the words of the phrase and what it is filled with. */
  pieces(phrase: Phrase): Piece[];
  number(value: number): string;
  /** A share or a weight of 0 to 1 as a percentage of two digits. */
  percent(share: number): string;
}

/** A stretch of a phrase; `slot`: the name of the value that it is. */
export interface Piece {
  text: string;
  slot?: string;
}

/** Makes the texts of a locale out of its table, keyed by the English text. */
export function createL10n(locale: string, translations: Readonly<Record<string, string>>): L10n {
  const plain = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 2 });
  const ratio = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });
  const comma = locale.startsWith('zh') ? '、' : ', ';
  const plurals = new Intl.PluralRules(locale);

  function t(text: string, args: Record<string, string | number> = {}): string {
    const translated = Object.hasOwn(translations, text) ? translations[text]! : text;
    return translated.replace(/\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(args, name)
        ? typeof args[name] === 'number'
          ? plain.format(args[name])
          : args[name]!
        : whole,
    );
  }

  function write(value: Value): string {
    if (typeof value === 'string') return value;
    if (typeof value === 'number') return plain.format(value);
    if ('share' in value) return ofDigits(percent, value.digits).format(value.share);
    if ('list' in value) return value.list.map(write).join(comma);
    if ('rounded' in value) return ofDigits(ratio, value.digits).format(value.rounded).replace('-', '−');
    if ('text' in value) return say(value);
    const { text } = plurals.select(value.n) === 'one' ? value.one : value.other;
    return t(text, { n: value.n });
  }

  function pieces({ text, values }: Phrase): Piece[] {
    return t(text)
      .split(/(\{\w+\})/)
      .map((piece): Piece => {
        const slot = piece.slice(1, -1);
        const isFilled = piece.startsWith('{') && Object.hasOwn(values, slot);
        return isFilled ? { text: write(values[slot]!), slot } : { text: piece };
      })
      .filter((piece) => piece.text !== '');
  }

  function say(phrase: Phrase): string {
    return pieces(phrase)
      .map(({ text }) => text)
      .join('');
  }

  return {
    locale,
    t,
    say,
    write,
    pieces,
    number: (value) => plain.format(value),
    percent: (share) => percent.format(share),
  };
}

/** The same format with other digits. */
function ofDigits(format: Intl.NumberFormat, digits: number | undefined): Intl.NumberFormat {
  if (digits === undefined) return format;
  const { locale, style } = format.resolvedOptions();
  return new Intl.NumberFormat(locale, { style, maximumSignificantDigits: digits });
}
