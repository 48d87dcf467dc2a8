import { type Translations } from '../../src/protocol/borders/panel';

/** Texts and numbers in the person's language. */
export interface L10n {
  locale: string;
  /** The text in the person's language, `{name}` replaced by its argument. */
  t(text: string, args?: Record<string, string | number>): string;
  /** One of two texts by the number, which replaces `{n}`. */
  count(n: number, one: string, other: string): string;
  number(value: number): string;
  /** A share of 0 to 1 as a percentage of two digits. */
  percent(share: number): string;
  /** An attention weight: four digits, powers of ten where it is tiny. */
  weight(value: number): string;
}

/** Makes the texts of a locale out of its table, keyed by the English text. */
export function createL10n(locale: string, translations: Translations): L10n {
  const plain = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 2 });
  const weight = new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 });
  const tiny = new Intl.NumberFormat(locale, { notation: 'scientific', maximumSignificantDigits: 3 });
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

  return {
    locale,
    t,
    count: (n, one, other) => t(plurals.select(n) === 'one' ? one : other, { n }),
    number: (value) => plain.format(value),
    percent: (share) => percent.format(share),
    weight: (value) => (value !== 0 && Math.abs(value) < 1e-4 ? tiny.format(value) : weight.format(value)),
  };
}
