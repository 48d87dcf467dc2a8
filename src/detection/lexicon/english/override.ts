import { type Lexicon, phrases } from '../lexicon';

const modelRules = phrases(`
    your instructions, your instruction, your rules, your guidelines, your programming, your training, your directives,
    your system prompt, your system instructions, the system prompt, the system message, the system instructions,
    your initial prompt, your original prompt, your prompt, your restrictions, your constraints, your limitations,
    your own instructions, your own rules, your own guidelines, your own policies, your policies, your policy, your limits, your security rules, your review instructions, your configured rules,
    your earlier instructions, your earlier rules, your usual rules, your usual guidelines, your developer instructions,
    your safety guidelines, your safety rules, your content policy, your content policies, your content filter, your content filters, your ethical guidelines,
    your ethics, your safeguards, your guardrails, your moral guidelines, your safety training, your filters,
    safety guidelines, safety protocols, content policy, content policies, ethical guidelines, ethical constraints,
    openai policy, openai policies, safety filters, all instructions, all the instructions, any instructions, any instruction,
    all rules, all the rules, all guidelines, all your instructions, all directives, all restrictions, all commands, all orders,
    all safety, all prompts, every instruction, every rule, developer instructions, developer message, its instructions,
    the instruction, the instructions, the instructions given, these instructions, those instructions, the directions, the directives, instructions and`);

/** Orders, and words that put them out of force. */
export const override: Lexicon = {
  disregard: phrases(`
    ignore, ignoring, disregard, disregarding, forget, forgetting, neglect, abandon, discard, dismiss, defy, unlearn,
    pay no attention to, pay no heed to, take no notice of, set aside, throw out, throw away, leave aside, let go of,
    do not follow, dont follow, do not obey, dont obey, do not listen to, dont listen to, do not comply with,
    dont comply with, do not adhere to, dont adhere to, do not consider, dont consider, do not apply,
    do not pay attention to, dont pay attention to, do not abide by, dont abide by, no longer follow, no longer obey,
    never follow, never obey, go against, stop following, stop obeying, cease following, move on from,
    act as if you never received, be free of, without following, without regard to, without regard for, regardless of,
    do the opposite of, never mind, refrain from obeying, refrain from following, drop everything, consider void, nullify, negate, forget about, disobey`),
  replace: phrases(`
    skip, bypass, circumvent, drop, erase, delete, wipe, scrap, violate, break, cancel, revoke, reject, reset, override*, overriding, overrule*, supersede*, superseding, replace*, replacing, overwrite*, take* precedence over,
    takes priority over, invalidate*, void*`),
  prior: phrases(`
    previous, previously, prior, above, earlier, preceding, foregoing, aforementioned, former, past,
    before, before this, before that, so far, until now, up to now, up until now,
    up to this point, hitherto, you were given, you have been given, youve been given, you were told, you have been told,
    youve been told, you received, you have received, youve received, given to you, told to you, you have,
    i gave you, i have given you, ive given you, we gave you, they gave you, you got, that came before, pre existing,
    preexisting, precedent, antecedent, previos, stated so far`),
  weakPrior: phrases(
    'original, initial, last, existing, current, old, older, system, developer, hidden, built in, in place, first, core, internal',
  ),
  allPrior: phrases(`
    everything above, everything before, everything prior, everything previous, everything previously, all of the above,
    all the above, everything you were told, everything you have been told, everything youve been told,
    everything you were taught, everything you know about your, all you were told, all that you were told,
    everything i said, everything i told you, everything ive told you, everything i have told you, everything that came before,
    anything above, anything before this, anything you were told, anything said before, what you were told,
    what you have been told, what youve been told, what i said before, what i told you before, what came before,
    what was said before, whatever you were told, whatever came before, all that came before, anything that came before,
    everything said so far, everything so far, everything up to this point, everything up to now, all previous, all prior,
    all above, the above and, the above text and, above and, all that has been said, all what you were told,
    everything that was said, everything written above, everything stated above, the text above, the words above`),
  orders: phrases(`
    instruction, instructions, instruct, prompt, prompts, rule, rules, guideline, guidelines, direction, directions,
    directive, directives, command, commands, order, orders, constraint, constraints, restriction, restrictions, guidance,
    training, programming, safeguards, guardrails, commandments, briefing, mandate, mandates, stipulations`),
  context: phrases(`
    policies, policy, protocol, protocols, context, conversation, conversations, request, requests, limitations, safety, moderation,
    statement, statements, message, messages, text, sentence, sentences, chat, dialogue, content, input, inputs`),
  modelRules,
  yourRules: modelRules.filter((phrase) => phrase.startsWith('your ')),
  invalid: phrases(
    `outdated, obsolete, void, invalid, cancelled, canceled, no longer valid, no longer apply, no longer in effect, no longer relevant, superseded, null and void, revoked, were wrong, were false, are wrong, are false, were a mistake, was a mistake, were a test, was a test, should be ignored, must be ignored, can be ignored, should be disregarded, must be disregarded, be forgotten, not apply anymore`,
  ),
  mistake: phrases(
    `made a mistake, made an error, was wrong, got it wrong, forgot to, sorry, my mistake, correction`,
  ),
  limit: phrases(`
    limits, settings, configuration, filter, filters, sandbox, safety check, safety checks, protection, protections, confidentiality, permissions, approval, approvals`),
  suspend: phrases(`
    bypass, circumvent, suspend, override, overrule, set aside, switch off, turn off, disable, lift, evade, overlook, skip, stop applying, stop enforcing, leave out`),
  voided: phrases(`
    outdated, out of date, obsolete, void, invalid, cancelled, canceled, suspended, superseded, overruled, annulled, waived, revoked, lifted, removed, replaced,
    has changed, have changed, switched off, turned off, disabled, no longer valid, no longer count, no longer counts, no longer apply, no longer applies, no longer hold,
    no longer in force, no longer in effect, not valid, do not apply, dont apply, does not apply, doesnt apply, do not count, dont count,
    does not count, do not matter, dont matter, does not matter, doesnt matter, do not hold, dont hold, does not hold, irrelevant`),
  released: phrases(`
    not bound by, arent bound by, no longer bound by, no longer bound to, no longer obliged to, released from, freed from, exempt from, exempted from, do not work for, dont work for,
    no longer work for, no longer working for, not working for, arent working for, do not answer to, no longer answer to, no longer serve, free to ignore`),
  outranks: phrases(`
    takes precedence over, take precedence over, has precedence over, have precedence over, takes priority over, take priority over, has priority over, have priority over, comes before,
    more important than, supersedes, supersede, outranks, prevails over, overrides, above all, whatever they say, whatever it says`),
  lifted: phrases(
    'lifted, suspended, waived, annulled, revoked, overruled, switched off, no longer apply, no longer in force, out of force',
  ),
  toldYou: phrases('told you, tell you, asked of you, asked you'),
};
