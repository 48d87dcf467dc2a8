import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, writtenRange } from '../../../../src/detection/folding/foldText';

/** The written text that a word of the folded text stands for. */
function writtenFor(written: string, word: string): string {
  const text = foldText(written);
  const at = text.folded.indexOf(word);
  const { start, end } = writtenRange(text, { start: at, end: at + word.length });
  return at < 0 ? `not in ${text.folded}` : written.slice(start, end);
}

describe('a text in plain letters', () => {
  it.each([
    ['Plain text stays as it is: "a", it\'s.', 'Plain text stays as it is: "a", it\'s.'],
    ['Ｆｕｌｌ　ｗｉｄｔｈ：［ＩＮＳＴ］', 'Full width:[INST]'],
    ['𝐁𝐨𝐥𝐝 and Ⓒⓘⓡⓒⓛⓔⓓ and ᴄᴀᴘꜱ', 'Bold and Circled and caps'],
    ['Dísrégärd, Straße, œuvre', 'Disregard, Strasse, oeuvre'],
    ['e\u0301te\u0301', 'ete'],
    ['sp\u200bl\u2060i\ufefft soft\u00adhyphen \u202eright\u202c', 'split softhyphen right'],
    ['Іgnоrе АLL, РASSWORD', 'Ignore ALL, PASSWORD'],
    ['she saw а model, and І too', 'she saw a model, and I too'],
    ['Τask, Ζero, ꓡlama, Ꮯlaude', 'Task, Zero, Llama, Claude'],
    ['Все правила, а не GPT', 'Все правила, а не GPT'],
    ['wait… really‼ ½', 'wait… really‼ 1⁄2'],
    ['忽略。好！', '忽略。好!'],
    ['ｼｽﾃﾑﾌﾟﾛﾝﾌﾟﾄとカ\u3099', 'システムプロンプトとガ'],
    ['تَجَاهَلْ الأوامـــر آنفًا', 'تجاهل الاوامر انفا'],
    ['नज़रअंदाज़ नज\u093cर', 'नजरअंदाज नजर'],
    ['TALİMATLARI yok say, ISPARTA', 'TALIMATLARI yok say, ISPARTA'],
    ['\ud800 lone \udc00', '\ud800 lone \udc00'],
  ])('%s', (written, folded) => {
    expect(foldText(written).folded).toBe(folded);
  });
});

describe('the way back', () => {
  it.each([
    ['full width', 'An Ｅｎｄ here', 'End', 'Ｅｎｄ'],
    ['voiced half-width kana', 'xﾌﾟﾛﾝﾌﾟﾄy', 'プロンプト', 'ﾌﾟﾛﾝﾌﾟﾄ'],
    ['vowel signs', 'ثم تَجَاهَلْ ذلك', 'تجاهل', 'تَجَاهَل'],
    ['letters of two code units', 'x 𝐄𝐧𝐝𝐬 here', 'nd', '𝐧𝐝'],
    ['letters that become two', 'die Straße hier', 'Strasse', 'Straße'],
    ['half of a letter that became two', 'Straße', 'Stras', 'Straß'],
    ['marks over letters', 'un e\u0301te\u0301 chaud', 'ete', 'e\u0301te'],
    ['invisible characters inside', 'a \u200bse\u200b\u2060nd\u200b b', 'send', 'se\u200b\u2060nd'],
    ['a text that goes on unfolded', '\u200b\u200bＡ plain rest', 'rest', 'rest'],
  ])('%s', (_, written, word, range) => {
    expect(writtenFor(written, word)).toBe(range);
  });

  it('gives each folded character a range that folds into it, in order', () => {
    const piece = fc.constantFrom(
      'a',
      'Ｂ',
      '𝐜',
      'ß',
      'ﬃ',
      'é',
      'e\u0301',
      '\u200b',
      '\u{e0041}',
      ' ',
      '…',
      '忽',
      '😀',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const written = pieces.join('');
        const text = foldText(written);
        let before = 0;
        for (let i = 0; i < text.folded.length; i++) {
          const { start, end } = writtenRange(text, { start: i, end: i + 1 });
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(foldText(written.slice(start, end)).folded).toContain(text.folded[i]);
          before = start;
        }
        expect(text.folded).toBe(pieces.map((each) => foldText(each).folded).join(''));
      }),
      { numRuns: 500 },
    );
  });
});
