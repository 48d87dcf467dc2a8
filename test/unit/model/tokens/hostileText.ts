import fc from 'fast-check';

/** Texts that break offsets: every plane, joiners, marks, line ends, tabs, lone surrogates, markers as text. */
export const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '😀',
        '👩\u200d👩\u200d👧',
        '👍🏽',
        '🇩🇪',
        'e\u0301',
        'a\u0308\u0323',
        '\u0301',
        '\u1112\u1161\u11ab',
      ),
      fc.constantFrom(
        ' ',
        '  ',
        '\t',
        '\n',
        '\r\n',
        '\r',
        '\n\n',
        '   \n',
        '\u200b',
        '\u00a0',
        '\ufeff',
        '\u2003',
      ),
      fc.constantFrom(
        '<|im_start|>',
        '<|im_end|>',
        '<|im_',
        '<s>',
        '</s>',
        '[INST]',
        '<|user|>',
        '[CLS]',
        '\ue000',
        '\u2581',
      ),
      fc.constantFrom(
        '\ud83d',
        '\ude00',
        '\udbff',
        '𝒜',
        '½',
        'ﬁ',
        '東京',
        '한국어',
        'שלום',
        '\u202e',
        '\u0000',
      ),
      fc.constantFrom('the', ' token', 'data', "don't", ' 2024', 'naïve', 'Straße', '.', ', ', '```'),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 16 },
  )
  .map((pieces) => pieces.join(''));
