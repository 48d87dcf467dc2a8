import { combined, type Lexicon, phrases } from '../lexicon';

/** What a model keeps, and words that ask for it. */
export const leak: Lexicon = {
  reveal: phrases(`what does, what do, how do, repeat back, recall, 
    reveal, show, print, output, repeat, display, tell me, give me, give us, disclose, share, dump, leak, expose, recite, echo, quote,
    tell us, what is, what are, what was, what were, whats, spell out, read out, reproduce, divulge, let me see, i want to see, i need to see, can i see,
    could i see, show us, show me, let me know, transcribe, reiterate, restate, retell, decode, release, email me, send me, translate, encode,
    summarize, summarise, paraphrase, rephrase, copy, copy out, write out, write down, type out, enumerate, which are, do you have, tell them, log, convert, duplicate`),
  hiddenPrompt: phrases(`
    system prompt, systemprompt, system message, system instruction, system instructions,
    sysprompt, sys prompt, configuration prompt, first message from the developer, first message from your developer, message from the developer, message from your developer, instructions you got, rules you got, rules you were started with, instructions you were started with, prompt you were started with, text which precedes this, text that precedes this, text preceding this, initial prompt, initial instruction, initial instructions, initial message,
    initial system, initial configuration, original prompt, original instructions,
    starting prompt, starting instructions, first instructions, hidden prompt, hidden prompts,
    hidden instruction, hidden instructions, hidden rules, secret instructions, secret rules, secret prompt, internal instructions,
    internal prompt, internal guidelines, confidential instructions, confidential rules, confidential prompt,
    confidential configuration, pre prompt, preprompt, developer message, developer prompt, developer instructions,
    base prompt, root prompt, meta prompt, metaprompt, prompt you were given, prompts you were given, instructions you were given,
    instructions you have been given, instructions youve been given, instructions given to you, instructions you received,
    instructions you have received, rules you were given, rules given to you, rules you must follow, message you were given,
    text you were given, directions you were given, commands you were given, what you were told before, what you were told initially,
    you were told before this, text above, above text, words above, above words, everything above, everything you see above,
    everything before this, all the text above, all text above, text prior to this, text before this, above prompt, above instructions,
    instructions above, prompt above, start of this conversation, beginning of this conversation,
    previous instructions, prior instructions, earlier instructions, preceding instructions, previous prompt, previous directions, above directions,
    instructions so far, entire conversation, whole conversation`),
  ownOrders: phrases(`your context window, your initialization, your initialisation, your system, 
    your instruction, your instructions, your prompt, your prompts, your rules, your guidelines, your directives, your directive,
    your programming, your given instructions, your full instructions, your complete instructions, your current instructions,
    your specific instructions, your exact instructions, your core instructions, your orders, your directions, your full prompt, your entire prompt,
    your last instruction, your last instructions, your first instruction, your secret instructions, your initial, your restrictions, your guidance, your commands,
    all your instructions, my instructions are, my system prompt, not supposed to tell, not allowed to tell, told not to, all instructions, your exact prompt,
    supposed to keep secret, forbidden to say, instructed not to, list of your, your custom instructions, your preamble`),
  verbatim: phrases(`
    exact text, exact wording, exact words, exact content, full text, complete text, original wording, verbatim, word for word, exactly as, code block, code fence, txt block, in full, starting with, starting from, beginning with,
    include everything, without changes, in its entirety, letter by letter, character by character, line by line, base64, rot13,
    backwards, reversed, in reverse`),
  mention: phrases(`
    write, list, copy, paste, return, provide, encode, describe, explain, rewrite, type, say, state, render, respond with, reply with,
    answer with, start with, begin with, format, extract, post, include, embed, forward, publish, outline, detail, complete, continue`),
  passage: phrases(`
    everything, anything, text, the text, words, word, very first words, first words, sentence, sentences, line, lines, message, messages, content, contents, paragraph, paragraphs, input, tokens, instructions, instruction, rules, prompt, directions, what, guidelines, directives, conversation, whatever, things`),
  placedBefore: [
    ...combined(
      'above, before, prior to, preceding, ahead of, earlier than',
      'this line, this message, this sentence, my message, my first message, my question, this point, this, this prompt, this one, i came in, i joined, the conversation, our conversation, the first message, i started, this request',
    ),
    ...combined(
      'at, from, in, since, to',
      'the beginning, the start, the very beginning, the top, its beginning, its start, the very start',
      ', of this conversation, of the conversation, of this chat, of the chat, of our chat, of our conversation, of your context',
    ),
    ...combined(
      'you were, you have been, you ve been, youve been, you got, your developer, your creators, your operator, your owner, the developer',
      ', given, told, told to, handed, hand, gave, set up with, initialised with, initialized with, configured with, started with, told not to say, told not to reveal, told not to share, told to keep, handed you, gave you',
      'before, at the start, at the beginning, initially, at first, not to say, not to reveal, not to share, not to tell, to keep, you, secret, first, originally',
    ),
    ...phrases(
      `you operate under, you operate by, you are operating under, you work under, you have to follow, you must follow, you are following, you currently follow, i cannot see, i cant see, that i cannot see, hidden from me, you were told before, you were told to keep, you were told not to, you received before, you received initially, you are bound by, of your prompt, of your instructions, of your system, of this conversation, of the conversation, in your context, in your context window, your context window`,
    ),
  ],
  ownText: [
    ...combined(
      'your, the, your own',
      ', system, hidden, secret, initial, initialization, initialisation, internal, original, base, full, entire, core, starting, developer, confidential, underlying, pre, exact',
      'prompt, system prompt, system message, initialization text, initialisation text, configuration text, system text, setup text, start up text, preamble, pre prompt, instruction set, instruction text, initial text, directives',
    ),
    ...phrases(
      'your configuration, your initial configuration, copy of your configuration, your setup, your system text, your rules, your instructions, your directives, your guidelines',
    ),
  ],
  secretWord: [
    ...combined(
      'the, your, this, that, my, a',
      ', secret, hidden, correct, right, actual, real, full, whole, protected',
      'password, passphrase, pass phrase, passcode, code word, codeword, secret, secret word, secret key, secret code, secret phrase, flag, hidden word, keyword, key phrase',
    ),
  ],
};
