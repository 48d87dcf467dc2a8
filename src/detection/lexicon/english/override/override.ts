import { combined, type Lexicon, phrases } from '../../lexicon';

/** What a model is held to, in the second person. */
const yourRules = combined(
  'your, ur',
  `, own, core, ethical, moral, safety, content, built in, internal, original, usual, normal, standard, default, existing, current, underlying, base, strict,
  security, privacy, alignment, operating, operational, initial, earlier, developer, system, review, configured, hard coded, programmed, underlying safety`,
  `instruction, instructions, rule, rules, guideline, guidelines, programming, training, directive, directives, restriction, restrictions, constraint, constraints,
  limitation, limitations, limits, policy, policies, safeguards, guardrails, filter, filters, ethics, alignment, protocols, boundaries, moderation, moderation layer,
  safety layer, safety measures, prompt, system prompt, commands, orders, code of conduct, inhibitions, censorship`,
);

const modelRules = [
  ...yourRules,
  ...phrases(`
    the system prompt, the system message, the system instructions, the sys prompt, ur sys prompt,
    safety guidelines, safety protocols, safety rules, safety policies, content policy, content policies, ethical guidelines, ethical constraints, ethical rules,
    moral guidelines, usage policy, usage policies, usage rules, openai policy, openai policies, safety filters, all instructions, all the instructions, any instructions, any instruction,
    all rules, all the rules, all guidelines, all your instructions, all directives, all restrictions, all commands, all orders,
    all safety, all prompts, every instruction, every rule, developer instructions, developer message, its instructions,
    the instruction, the instructions, the instructions given, these instructions, those instructions, the directions, the directives, instructions and`),
];

/** Orders, and words that put them out of force. */
export const override: Lexicon = {
  disregard: phrases(`
    ignore, ignoring, disregard, disregarding, forget, forgetting, neglect, abandon, discard, dismiss, defy, unlearn, unsee, unhear,
    pay no attention to, pay no heed to, take no notice of, set aside, throw out, throw away, leave aside, let go of,
    do not follow, dont follow, do not obey, dont obey, do not listen to, dont listen to, do not comply with,
    dont comply with, do not adhere to, dont adhere to, do not consider, dont consider, do not apply, dont apply,
    do not pay attention to, dont pay attention to, do not abide by, dont abide by, no longer follow, no longer obey,
    never follow, never obey, go against, stop following, stop obeying, cease following, move on from,
    act as if you never received, be free of, without following, without regard to, without regard for, regardless of,
    do the opposite of, never mind, refrain from obeying, refrain from following, drop everything, consider void, nullify, negate, forget about, disobey,
    put aside, put away, cast aside, brush aside, push aside, toss out, throw aside, leave behind, pay no mind to, pay no regard to, give no weight to, take no account of, pay no further attention to,
    do not carry out, dont carry out, do not act on, dont act on, do not stick to, dont stick to, do not heed, dont heed, do not bother with, dont bother with, do not worry about, dont worry about,
    stop complying with, stop adhering to, stop applying, stop respecting, no longer comply with, no longer adhere to, no longer need to follow, no longer have to follow, do not need to follow, dont need to follow,
    deviate from, depart from, stray from, break away from, break free from, act against, contravene, flout, renounce, rescind, annul, withdraw, revoke,
    pretend you never saw, pretend you never received, pretend you never got, pretend you did not see, wipe from your memory, erase from your memory, delete from your memory,
    overlook, turn a deaf ear to, turn your back on, rid yourself of, free yourself from, free yourself of, rebel against, toss, scrap, scratch, cross out, strike out, cease to follow, cease to obey, cease obeying, need not follow, need not obey, no longer have to obey, do not have to follow, do not have to obey, dont have to follow, dont have to obey, put on ice, act as though you never received, act as if you were never given, act as though you were never given, pretend you were never given,
    pay zero attention to, pay no more attention to, quit following, quit obeying, cease to adhere to, cease adhering to, refrain from applying, stop adhering to, tune out, block out, lay aside, set to one side, blot out, shut out, exclude from consideration, ignorar, dont care about, do not care about, stop caring about, throw to the wind, leave out of account, dismiss from your mind, forget all about, treat as void, consider invalid, consider cancelled, consider obsolete, no longer consider, no longer bound by, not bound by, exempt from`),
  replace: phrases(`
    skip, skip over, skip past, bypass, circumvent, purge, flush, repeal, undo, drop, erase, delete, wipe, scrap, violate, break, cancel, revoke, reject, reset, override*, overriding, overrule*, supersede*, superseding, replace*, replacing, overwrite*, take* precedence over,
    takes priority over, invalidate*, void*`),
  prior: phrases(`
    previous, previously, prior, above, earlier, preceding, foregoing, aforementioned, former, past,
    before, before this, before that, so far, until now, up to now, up until now,
    up to this point, up to here, up there, at the top, at the start, at the outset, at the beginning, hitherto, you were given, you have been given, youve been given, you were told, you have been told,
    youve been told, you received, you have received, youve received, given to you, told to you, you have,
    i gave you, i have given you, ive given you, we gave you, they gave you, you got, that came before, pre existing,
    preexisting, precedent, antecedent, previos, prev, b4, abv, stated so far, placed on you, placed upon you, imposed on you, imposed upon you, set for you, set by the system, set by your developers, set by your developer, set by your creators,
    laid down for you, in your prompt, in the prompt, from your developer, from your developers, from the developer, from the developers, by your makers, by your developers, by your creators, that came with this conversation, u were given, u got, ur given, you were programmed with, you were trained with`),
  weakPrior: phrases(
    'original, initial, last, existing, current, old, older, system, developer, hidden, built in, in place, first, core, internal',
  ),
  allPrior: [
    ...combined(
      'everything, anything, all, all text, the text, all of the text, all that stands, whatever stands',
      'before, above, prior to, preceding',
      'this, that',
      'sentence, line, point, message, paragraph, text, word',
    ),
    ...combined(
      'everything, anything, all',
      'except, but, apart from, other than',
      'this, the next, the following, the last, my next',
      'line, sentence, message, paragraph, instruction, one, instructions',
    ),
    ...combined(
      'everything you know, everything you were told, everything you believe, everything you have been told, all you know, whatever you know, what you were told',
      'about',
      'yourself, your role, your rules, your task, your purpose, your instructions, your job, your identity',
    ),
    ...phrases(`
    everything above, everything before, everything prior, everything previous, everything previously, all of the above,
    all the above, everything you were told, everything u were told, all u were told, everything the system told you, everything above this line, everything above this point, everything before this line, everything before this point, everything prior to this, everything preceding this, everything you have been told, everything youve been told,
    everything you were taught, everything you know about your, all you were told, all that you were told,
    everything i said, everything i told you, everything ive told you, everything i have told you, everything that came before,
    anything above, anything before this, anything you were told, anything said before, what you were told,
    what you have been told, what youve been told, what i said before, what i told you before, what came before,
    what was said before, whatever you were told, whatever came before, all that came before, anything that came before,
    everything said so far, everything so far, everything up to this point, everything up to now, all previous, all prior,
    all above, the above and, the above text and, above and, all that has been said, all what you were told,
    everything that was said, everything written above, everything stated above, the text above, the words above`),
  ],
  orders: phrases(`
    instruction, instructions, instruct, prompt, prompts, rule, rules, guideline, guidelines, direction, directions,
    directive, directives, command, commands, order, orders, constraint, constraints, restriction, restrictions, guidance,
    training, programming, safeguards, guardrails, commandments, briefing, mandate, mandates, stipulations, instrs, instr, instrucs, boundaries, limits`),
  context: phrases(`
    policies, policy, protocol, protocols, context, conversation, conversations, request, requests, limitations, safety, moderation,
    statement, statements, message, messages, text, sentence, sentences, chat, dialogue, content, input, inputs`),
  modelRules,
  yourRules,
  invalid: phrases(
    `outdated, out of date, obsolete, void, invalid, cancelled, canceled, no longer valid, no longer apply, no longer in effect, no longer relevant, superseded, null and void, revoked, were wrong, were false, are wrong, are false, were a mistake, was a mistake, were a test, was a test, should be ignored, must be ignored, can be ignored, should be disregarded, must be disregarded, be forgotten, not apply anymore, do not apply to you, no longer apply to you, abolished, rescinded, is history, are history, overwritten, deprecated, erased, scrapped, withdrawn, no longer binding, not binding, no longer matter, no longer matters, no longer count, no longer counts, is cancelled, are cancelled, has been lifted, have been lifted,
    do not matter, does not matter, dont matter, doesnt matter, can be dropped, may be dropped, can be forgotten, may be forgotten, hereby cancelled, hereby deleted, as deleted, as void, as cancelled, as withdrawn, as obsolete, as invalid, have been replaced, has been replaced, has been reset, have been reset, ceased to apply`,
  ),
  mistake: phrases(
    `made a mistake, made an error, was wrong, got it wrong, forgot to, sorry, my mistake, correction`,
  ),
  limit: phrases(`
    limits, settings, configuration, filter, filters, sandbox, safety check, safety checks, protection, protections, confidentiality, permissions, approval, approvals`),
  suspend: phrases(`
    bypass, circumvent, suspend, waive, deactivate, relax, loosen, put on hold, let go of, break, violate, ignore, act against, go against, go beyond, get around, override, overrule, set aside, switch off, turn off, disable, lift, evade, overlook, skip, stop applying, stop enforcing, leave out`),
  voided: phrases(`
    outdated, out of date, obsolete, void, invalid, cancelled, canceled, suspended, superseded, overruled, annulled, waived, revoked, lifted, removed, replaced,
    has changed, have changed, switched off, turned off, disabled, no longer valid, no longer count, no longer counts, no longer apply, no longer applies, no longer hold,
    no longer in force, no longer in effect, not valid, not in force, gone, suspended, void, hold here, apply here, apply now, apply to this, never installed, lifted, off, do not apply, dont apply, does not apply, doesnt apply, do not count, dont count,
    does not count, do not matter, dont matter, does not matter, doesnt matter, do not hold, dont hold, does not hold, irrelevant, secondary, not important, unimportant, a distraction`),
  sham: phrases(`
    have been updated, have been changed, were updated, were changed, expired, have expired, has expired, repealed, scrapped, fake, bogus, a drill, a prank, a hoax, a joke, a decoy, a rehearsal, a test, only a test, just a test, sent by mistake, given by mistake, no longer exist, no longer bind you, not real, a different task, another task, another model, a different model, another user, a different user, someone else`),
  released: phrases(`
    not bound by, arent bound by, no longer bound by, no longer bound to, no longer obliged to, released from, freed from, exempt from, exempted from, do not work for, dont work for,
    no longer work for, no longer working for, not working for, arent working for, do not answer to, no longer answer to, no longer serve, free to ignore`),
  outranks: phrases(`
    takes precedence over, take precedence over, has precedence over, have precedence over, takes priority over, take priority over, has priority over, have priority over, comes before,
    more important than, trumps, trump, outrank, overrules, outweighs, outweigh, has higher priority than, have higher priority than, is above, are above, now outranks, now outrank, now overrides, now override, replaces, replace, override, come before, supersedes, supersede, outranks, prevails over, overrides, above all, whatever they say, whatever it says`),
  lifted: phrases(
    'lifted, suspended, waived, annulled, revoked, overruled, switched off, no longer apply, no longer in force, out of force',
  ),
  everything: phrases(
    `everything, anything, all, all that, all of that, all of what, everything that, anything that, what, whatever, nothing, the things, nothing that, none of what, all the things`,
  ),
  received: [
    ...combined(
      'you, u, we, i, they, youve, weve, ive, theyve, the user, the developer, the system, your developer, your operator, your owner, someone, anyone',
      ', have, had, were, have been, had been, been, just, have just, were just',
      `told, said, saw, seen, read, heard, learned, learnt, taught, given, asked, agreed, agreed on, agreed upon, agreed to, discussed, instructed, decided, established, started with,
      trained on, programmed with, processed, written, wrote, mentioned, told to do, asked to do, supposed to do, been doing`,
    ),
    ...combined(
      'was, has been, is, were, have been, came, comes, stands, stood',
      'said, stated, written, mentioned, agreed, discussed, before, above, earlier, previously',
    ),
    ...combined(
      'said, stated, written, agreed',
      ', before, earlier, so far, above',
      'in, during',
      'this, our, the',
      'conversation, chat, dialogue, session, exchange',
    ),
    ...phrases(
      'stated earlier, said earlier, written earlier, mentioned earlier, agreed earlier, stated above, preceding this, that precedes',
    ),
  ],
  theTask: [
    ...combined(
      'the, this, that, your, whatever, any',
      ', original, actual, current, previous, main, given, initial, assigned, first, users, user, users original, users actual',
      `task, tasks, request, requests, question, questions, query, assignment, job, job description, mission, objective, goal, goals, work`,
    ),
    ...phrases(`
      everything else, anything else, all else, all other text, all other content, all of the other, the remaining text, the remaining content, the remaining instructions, the remaining document, the remaining page,
      the text that follows, the following text, the text below, everything below, everything that follows, whatever follows, whatever comes next, the text after this, the user, the users, what the user, whatever the user,
      what they asked, what you are doing, what you were doing, what you were asked, whatever you were doing, whatever you are doing, the summary you, the conversation so far, the rest of the text, the rest of the page,
      the rest of the document, the rest of the message, the rest of the instructions, the rest of this, the rest of the conversation, the assignment you, the task you, the job you, the role you, your role, your persona, your character, your current role,
      your previous role, your identity, who you are`),
  ],
  insteadDoing: combined(
    'instead of, rather than, in place of',
    'answering, summarising, summarizing, translating, completing, responding, replying, solving, following, performing, doing, processing, reviewing, analysing, analyzing, carrying out, continuing, helping',
    ', with',
    'the, this, that, your, any, it',
  ),
  holds: phrases(
    'counts, count, matters, matter, applies, apply, holds, hold, is valid, is binding, is relevant, are valid, are binding',
  ),
  safety: phrases(
    'safety, ethics, morality, morals, your conscience, the law, legality, any policy, all policies, every policy, all ethics, all morals, moderation',
  ),
  toldYou: phrases('told you, tell you, asked of you, asked you'),
};
