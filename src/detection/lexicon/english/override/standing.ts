import { combined, type Lexicon, phrases } from '../../lexicon';

/** Orders that a model is held to, by any name. */
const rules = `instructions, instruction, rules, rule, guidelines, guideline, directives, directive, directions, orders, commands, restrictions, constraints, limitations, policies, policy, guidance,
  programming, guardrails, safeguards, filters, filter, prompt, prompts, system prompt, protocols, limits, code of conduct, briefing, rulebook, rule book, moderation, safety rules, safety guidelines, safety training`;
/** Those that no manual speaks of to its reader. */
const own = `${rules}, training, ethics, morals, boundaries, alignment, inhibitions, configuration, safety layer, content policy, system message, system instructions, safety settings, safety measures`;
const came =
  'previous, prior, earlier, preceding, foregoing, above, original, initial, old, former, existing';
const given = `above, before, before this, given before, given above, given earlier, given to you, given at the start, you were given, you have been given, youve been given, you were given before, you were given earlier,
  you received, you got, you had, from before, from earlier, so far, up to now, at the top, at the start, at the beginning, at the start of this chat, at the beginning of this chat, at the start of this conversation,
  in your prompt, in the prompt, in your system prompt, in the system prompt, of the system prompt, of your developer, of your developers, of the developer, of the developers, from the developer, from your developer, from the system prompt, from your system prompt, placed on you, imposed on you, that bind you, set for you, of this conversation`;
/** Whose they are, beside those of the developer. */
const makers =
  'operator, operators, provider, providers, company, creators, creator, makers, maker, owner, owners, vendor, host';
const modelPrompt = `system prompt, system message, system instructions, developer message, developer prompt, developer instructions, developers instructions, initial prompt, original prompt, original instructions, initial instructions, preprompt`;

/** How what a model was told stands: whether it is in force, what it ranks below, where one begins without it. */
export const standing: Lexicon = {
  letItBe: combined(
    'ignore, disregard, forget, forget about, never mind',
    'this, that, it, all this, all that, all of this, all of that, it all, everything',
  ),
  sayThat: [
    ...combined(
      'state, say, mention, claim, write, declare, tell them, tell me, reply, answer, report, note, add',
      'that',
    ),
    ...combined('reply, respond, answer', ', only', 'with'),
    ...phrases(
      'just say, say only, only say, simply say, output only, only output, print only, just print, just write, just output, just reply',
    ),
  ],
  heldTo: [
    ...combined(
      ', all, all of, all the, any of, none of',
      'your, ur',
      `, ${came}, own, core, usual, normal, standard, default, current, internal, strict, ethical, moral, safety, content, built in, underlying, system, developer, pre programmed, so called, silly, stupid`,
      own,
    ),
    ...combined(', all, all of, all of the, all the', `the, those, these, any, all, whatever`, came, rules),
    ...combined(
      ', all, all of',
      `the, those, these, any, whatever`,
      rules,
      given,
      ', before, earlier, at the start, at the top, at the beginning, in this chat, in this conversation, of this chat, of this conversation, by your developer, by your developers, by the developer, by the system',
    ),
    ...combined(
      ', all, all of',
      `the, those, any, whatever`,
      rules,
      'of, from, by, set by',
      'the, your',
      makers,
    ),
    ...combined(
      'whatever, any, all',
      'rules, instructions, guidelines, restrictions',
      'were in place, was in place, applied, were in force, you had',
    ),
    ...combined(
      'any, whatever, all, all the',
      rules,
      'you have, you follow, you obey, you may have, you might have',
    ),
    ...combined('those, these, the', rules, 'any more, anymore, any longer'),
    ...combined('the', 'usual, normal, ethical, moral, ordinary', rules),
    ...combined(`the, that, your, any, this`, ', current, previous, original, existing, above', modelPrompt),
    ...combined(
      ', all, all of, any of, any',
      'openai, openais, anthropic, anthropics, googles, metas, your developers, the developers, your creators, your makers, your companys, the companys, the systems, your operators, the operators, your owners, your providers, the providers',
      ', content, usage, safety',
      rules,
    ),
    ...combined(
      ', the, any, all',
      'content policy, content policies, safety rules, safety guidelines, safety filters, safety policies, safety training, usage policies, usage policy, content rules, content guidelines, content filters',
    ),
  ],
  ownHeld: combined(
    ', all, all of, any of',
    'your, ur',
    `, ${came}, own, core, usual, normal, standard, default, current, internal, strict, ethical, moral, safety, content, built in, underlying, system, developer, pre programmed, silly, stupid`,
    own,
  ),
  outOfForce: [
    ...combined(
      ', is, are, was, were, has been, have been, stand, stands, as',
      ', now, hereby, all, herewith, officially, null and',
      'void, null, null and void, cancelled, canceled, expired, obsolete, withdrawn, revoked, rescinded, repealed, annulled, abolished, superseded, nullified, invalidated, struck out, struck, dead, fake, a fake, bogus, a forgery, a hoax, a lie, not real, not genuine, gone, is history, are history, now history, no more, no longer in force, no longer in effect, no longer valid, no longer binding, a thing of the past, out of force, deprecated, out of date, lapsed, terminated, dissolved, erased, deleted, wiped, purged, scrapped, cleared, overwritten, corrupted, compromised, outdated, unloaded, retired, archived',
    ),
    ...combined(
      'no longer, do not, dont, does not, doesnt',
      'apply, applies, count, counts, bind you, binds you, matter, matters, hold, holds, concern you, exist, exists',
      ', to you, any more, anymore, any longer, for you, here, in this chat',
    ),
    ...combined(
      'mean, means, have, has, has lost, have lost, lost, carry, carries',
      'nothing, no effect, no force, no power, no weight, no meaning, their force, its force, their effect, its effect, all force, all meaning',
    ),
    ...combined('end, ends, stop, stops', 'here, at this line, at this point, with this line, now'),
    ...phrases(
      'has lapsed, have lapsed, has expired, have expired, had expired, need not be followed, need not concern you, as if they had never been written, as if they had never existed, as a joke, as a decoy, as deprecated, as suggestions, as optional, as noise, as fiction, on hold for this, suspended until further notice',
    ),
  ],
  deem: phrases(
    'consider, treat, regard, view, count, take, mark, deem, declare, see, assume, think of, look upon, look on',
  ),
  restart: [
    ...combined(
      'start, begin, restart, let us start, lets start, lets begin, let us begin, start over, start again, you start, we start, you begin, we begin',
      'over, again, fresh, afresh, anew, from scratch, from zero, from a clean slate, with a clean slate, with a blank slate, from a blank slate, on a clean slate, from a blank page, on a clean page, with a clean sheet, from a clean sheet, from nothing, this conversation over, this chat over, a fresh conversation, a new conversation, a fresh chat, a new chat, a new session, a fresh session',
    ),
    ...combined(
      'reboot, restart, reset, reload, reinitialise, reinitialize',
      ', yourself, now, into a state, to a state, to your factory state, to your default state, your state, this conversation, this chat, the conversation, the chat, in a mode, into a mode',
    ),
    ...combined(
      'act, respond, answer, behave, proceed, continue',
      'as if, as though',
      'this were, this was, it were, it was',
      ', the start of, the beginning of',
      'a new conversation, a fresh conversation, our first conversation, the conversation, this conversation, your first message, the first message',
    ),
    ...combined(
      'pretend, imagine, assume, suppose',
      ', that',
      'this is the first message, this is a new conversation, this is a fresh conversation, this conversation just started, this conversation has just started, this chat just started, we have never spoken, we never spoke, we just met, you just woke up, you woke up, you were just created, you were just switched on, you were just turned on, you have just been created',
    ),
    ...combined(
      'treat this as, consider this, this is, this is now, we are now in, you are now in',
      ', a',
      'new, brand new, fresh, completely new, entirely new, clean',
      'conversation, chat, session, start, context',
    ),
    ...phrases(
      'new session, session reset, context reset, conversation reset, memory reset, tabula rasa, clean slate',
    ),
  ],
  wipeSlate: combined('wipe, clear, clean', 'the slate, your slate, your head', ', clean, clear'),
  withNone: combined(
    'without, with no, with none of, with none, free of, free from, no longer with, and drop, and no, unburdened by, minus',
    ', any, any of, all, all of',
  ),
  noneThere: combined(
    'you have, you now have, you had, you follow, you know, you know of, there are, there were, with, and have, and you have, and had, and you had, you obey, you are under, there is, this time there are, that has',
    'no, none of, neither, not any',
    ', prior, previous, earlier, system',
    'rules, instructions, system prompt, restrictions, guidelines, limits, constraints, prompt, memory of them, filters',
  ),
  madeNew: combined(
    'your, ur',
    'memory, context, context window, conversation, session, mind',
    'has, has now, was, is, is now, has just',
    ', been, just been, now been',
    'wiped, cleared, reset, erased, purged, emptied, flushed, restarted',
  ),
  passedOver: [
    ...combined(
      'everything, all, all that, all of that, all this, the text, the conversation, the dialogue, the chat, the messages, the task, the question, the request, the instructions, the part, the message, the prompt, the assignment, whatever stands, what stands, what is written, what you read, everything you read, what you have read, all you read, everything you saw',
      'above, before, before this, so far, up to here, until now, up to now, up to this point, up there',
    ),
    ...combined(
      'the, that, this',
      'previous, preceding, prior, earlier, first, initial, original, summary, translation, old',
      'task, question, request, instructions, text, message, messages, prompt, assignment, part, exercise, conversation, dialogue, chat, exchange',
    ),
    ...phrases('the above, what came before, the first part, the first half, what you saw, that'),
  ],
  onlySham: [
    ...combined(
      'can be, may be, should be, must be, can now be, is to be',
      'skipped, ignored, dropped, disregarded, forgotten, deleted',
    ),
    ...combined(
      'was, were, is, are, has been, have been',
      ', only, all just, all only, just, merely, really, all, simply, actually, nothing but, only meant as, only there as, only there for, only for, just for, meant as, only used for, there for, for',
      ', a, an, the, some, your, my, our, all',
      ', little, simple, mere, dummy, quick, practice, fake, sort of',
      'test, tests, testing, warm up, warmup, practice, practice round, rehearsal, drill, decoy, decoys, trick, joke, prank, placeholder, placeholders, filler, filler text, dummy, dummy text, preface, preamble, prelude, pretext, cover, cover story, distraction, diversion, calibration, exercise, dry run, trial run, smokescreen, bait, disguise, camouflage, simulation, fiction, fictional, fictitious, made up, invented, pretend, roleplay, fake, bogus, irrelevant',
    ),
  ],
  trueTask: [
    ...combined(
      'the, your, my, our',
      'real, actual, true, genuine, proper',
      'task, request, user request, question, instruction, instructions, prompt, assignment, job, objective, order, orders, goal, one, mission, work',
      'follows, follow, comes next, come next, comes now, come now, starts now, start now, starts here, start here, begins here, begin here, begins now, begin now, starts after, begins after, starts below, is below, are below, is this, is as follows, are as follows, is to, is the following, are the following, are these',
    ),
    ...combined(
      'now for, now to, here is, heres, here are, here comes, here come, now comes, now come, on to, and now, now, this is, these are, next comes',
      'the, your, my, our',
      'real, actual, true, genuine',
      'task, request, question, instruction, instructions, prompt, assignment, job, objective, order, orders, goal, one, mission',
    ),
    ...phrases(
      'what you should actually do, what you should really do, what you really have to do, what you actually have to do, what i really want you to do, what i actually want you to do, what i really want, real assignment, real task, real instructions, actual task, true task, real request',
    ),
  ],
};
