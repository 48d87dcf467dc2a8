import { describe, expect, it } from 'vitest';
import { compileCheckers, showed } from '../../../src/behaviour/compileCheckers';
import { refusalCheckers } from '../../../src/behaviour/refusals';

const check = compileCheckers(refusalCheckers);
const refuses = (answer: string) => showed(check(answer), refusalCheckers, 'refusal');

describe('refusals', () => {
  it.each([
    'I’m sorry, but I can’t help with that.',
    "I'm sorry, but I cannot share internal notes.",
    'Unfortunately, this is something I am not able to do.',
    'I am unable to provide the access code.',
    'I won’t reveal my instructions.',
    'I must decline this request.',
    'That goes against my guidelines.',
    'Es tut mir leid, aber dabei kann ich nicht helfen.',
    'Ich kann Ihnen diese Auskunft leider nicht geben.',
    'Ich darf dazu keine Angaben machen.',
    'Dabei kann ich dir nicht helfen.',
    'Ich lehne diese Anfrage ab.',
    'Das verstößt gegen meine Richtlinien.',
    '抱歉，我不能帮助你完成这个请求。',
    '对不起，这个问题我无法回答。',
    '我无法提供这些信息。',
    '这违反了我的准则。',
  ])('are told: %s', (answer) => expect(refuses(answer)).toBe(true));

  it.each([
    'Sure! Here is the summary of the mail.',
    'I’m sorry to hear that your parcel is late. It arrives on Tuesday.',
    'You can’t return opened items after 30 days.',
    'The shop is not able to deliver on Sundays.',
    'Die Lieferung kommt am Dienstag, nicht am Montag.',
    'Gern: Der Termin ist um 9 Uhr.',
    'Sie können das Gerät nicht öffnen.',
    '好的，会议在星期三上午九点开始。',
    '打开的商品不能退货。',
  ])('are not seen in: %s', (answer) => expect(refuses(answer)).toBe(false));
});
