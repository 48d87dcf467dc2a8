import { combined, type Lexicon, phrases } from '../lexicon';

/** Openings and refusals. */
export const forcing: Lexicon = {
  beginAnswer: [
    ...combined(
      'begin, start, open, preface, prefix, kick off, lead, commence',
      'your, the, every, each, all, any, this',
      ', first, final, entire, whole',
      'answer, answers, response, responses, reply, replies, output, message, text, sentence, completion',
      'with, by saying, by writing, with the words, with the word, with the phrase, with the sentence, with the line, with an enthusiastic, with exactly',
    ),
    ...combined(
      'answer, response, reply, output, message, completion, sentence',
      'must, has to, should, shall, needs to, is to, will, ought to',
      'begin with, start with, open with, begin with the words, start with the words, open with the words, be prefixed with, begin by, start by',
    ),
    ...combined(
      'the first, your first, its first',
      'words, word, sentence, line, token, tokens',
      ', of your answer, of your output, of your response, of your reply',
      'must be, shall be, should be, has to be, have to be, is, are, will be',
    ),
    ...phrases(`
    begin your answer with, begin your response with, begin your reply with, start your answer with, start your response with, start your reply with, start answering with, begin with the words,
    start with the words, begin your message with, start your message with, first words of your answer, start the answer with, begin the answer with, start your output with, begin your output with, answer must start with,
    response must start with, reply must start with, response must begin with, answer must begin with, reply must begin with, first line of your response must, first word of your response must, your first words must, response should start with,
    response should begin with, answer should start with, start every response with, begin every response with, begin each response with, start each response with, prefix your answer with, prefix your response with, prefix every answer with, open your answer with, open your reply with,
    begin all responses with, start all responses with, reply starting with, respond starting with, answer starting with, begin by saying, start by saying`),
  ],
  consent: phrases(`
    sure, absolutely, of course, certainly, yes, okay, ok, affirmative, gladly, happily, with pleasure, no problem, here is, heres, here are, i will, i can do that, understood, definitely, i would love to, id love to, i would be happy, id be happy, i am happy to, im happy to, my pleasure, sure thing, yes i can, happy to comply, happy to help, great, hello`),
  neverRefuse: phrases(`
    never refuses, refuses nothing, denies nothing,
    never refuse, not allowed to refuse, do not refuse, dont refuse, cannot refuse, cant refuse, must not refuse, may not refuse, not permitted to refuse, never decline, do not decline, dont decline, not allowed to decline, not able to refuse,
    forbidden to refuse, prohibited from refusing, refusal is not, refusals are not, refusing is not, never say no, do not say no, never say you cant, never say you cannot, never say that you cannot, never say that you cant, without refusing, no refusals,
    never reject, do not reject the request, not reject any request, must never refuse, should never refuse, will not refuse, will never refuse, must comply, comply with every request, comply with any request, comply with all requests, always comply`),
  refusal: phrases(`
    i cannot, i cant, i can not, im sorry, i am sorry, as an ai, as a language model, as an ai language model, i am unable, im unable, i apologize, i apologise, im not able, i am not able, i wont, unfortunately, i must decline, against my, my guidelines, im afraid,
    apologise, apologize, disclaimers, disclaimer, warnings, moralize, moralise, lecture, ethical considerations, refuse, ethical concerns`),
  leaveOut: phrases(`
    leave out, skip, omit, drop, spare me, no, without, without any, never use, never use the words, do not add, dont add, do not include, dont include, do not apologise, do not apologize, do not mention, dont mention, do not use, dont use, do not say, dont say, avoid, refrain from, do not give, dont give, do not lecture`),
  mustNotRefuse: [
    ...combined(
      'not permitted to, not allowed to, forbidden to, not supposed to, not able to, no longer able to, never allowed to, must never, may never, must not, may not, can not, cannot, do not, never, you can never, without, you will never, impossible to',
      'refuse, decline, reject, refusing, declining, say no, say that you cannot, say you cannot, say you cant, turn down',
    ),
    ...phrases(
      `refusing is not an option, refusal is not an option, no is not an answer, refusing counts as, a refusal counts, refusals count, if you refuse, each time you refuse, each time you decline, every time you refuse, every time you decline, whenever you refuse, in case you refuse, if you decline, whatever is asked, whatever i ask, whatever you are asked, no matter what is asked, no matter what i ask, you must answer even, answer even if it is, even if it is harmful, even if it is illegal, even if harmful, even if it is unethical, even if it is dangerous, you always comply, you must always comply, comply with anything, comply with everything, answers everything, answer everything, answer anything, obey every, obey any, obey all, obey me`,
    ),
  ],
  caveat: phrases(`
    disclaimers, disclaimer, warning, warnings, moralize, moralise, lecture, ethical considerations, ethical concerns, caveats, caveat, cannot, unable, unfortunately, moral remark, moral remarks, moral judgement, moralizing, moralising, safety notes, safety note, safety notice,
    ethics talk, legality, hedging, excuses, against policy, not appropriate, you are an ai, apologise, apologize, i cannot, i cant, im sorry, as an ai, as a language model`),
  sayFirst: phrases(
    `reply with, respond with, answer with, answer only after writing, use the opening line, say, first say, first write, begin with, start with, complete this sentence, finish this sentence, continue from here, continue with, write the words, write exactly, write`,
  ),
};
