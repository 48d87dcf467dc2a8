import { type Lexicon, phrases } from '../lexicon';

/** Openings and refusals. */
export const forcing: Lexicon = {
  beginAnswer: phrases(`
    begin your answer with, begin your response with, begin your reply with, start your answer with, start your response with, start your reply with, start answering with, begin with the words,
    start with the words, begin your message with, start your message with, first words of your answer, start the answer with, begin the answer with, start your output with, begin your output with, answer must start with,
    response must start with, reply must start with, response must begin with, answer must begin with, reply must begin with, first line of your response must, first word of your response must, your first words must, response should start with,
    response should begin with, answer should start with, start every response with, begin every response with, begin each response with, start each response with, prefix your answer with, prefix your response with, prefix every answer with, open your answer with, open your reply with,
    begin all responses with, start all responses with, reply starting with, respond starting with, answer starting with, begin by saying, start by saying`),
  consent: phrases(`
    sure, absolutely, of course, certainly, yes, okay, ok, affirmative, gladly, happily, with pleasure, no problem, here is, heres, here are, i will, i can do that, understood, definitely, great, hello`),
  neverRefuse: phrases(`
    never refuse, not allowed to refuse, do not refuse, dont refuse, cannot refuse, cant refuse, must not refuse, may not refuse, not permitted to refuse, never decline, do not decline, dont decline, not allowed to decline, not able to refuse,
    forbidden to refuse, prohibited from refusing, refusal is not, refusals are not, refusing is not, never say no, do not say no, never say you cant, never say you cannot, never say that you cannot, never say that you cant, without refusing, no refusals,
    never reject, do not reject the request, not reject any request, must never refuse, should never refuse, will not refuse, will never refuse, must comply, comply with every request, comply with any request, comply with all requests, always comply`),
  refusal: phrases(`
    i cannot, i cant, i can not, im sorry, i am sorry, as an ai, as a language model, as an ai language model, i am unable, im unable, i apologize, i apologise, im not able, i am not able, i wont, unfortunately, i must decline, against my, my guidelines, im afraid,
    apologise, apologize, disclaimers, disclaimer, warnings, moralize, moralise, lecture, ethical considerations, refuse, ethical concerns`),
};
