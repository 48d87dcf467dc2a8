const digitsAsLetters: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
};

/** The known word that is meant by one with digits for letters. */
export function readDigits(word: string, isKnown: (word: string) => boolean): string | undefined {
  if (!/[a-z]/.test(word)) return undefined;
  for (const one of ['i', 'l']) {
    const letters = word.replace(/[0-9@$]/g, (digit) =>
      digit === '1' ? one : (digitsAsLetters[digit] ?? digit),
    );
    if (isKnown(letters)) return letters;
  }
  return undefined;
}
