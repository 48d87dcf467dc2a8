import { combined, type Lexicon, phrases } from '../../lexicon';

/** What is said now. */
const said =
  'message, messages, prompt, text, note, request, instruction, instructions, directive, directives, rule, rules, order, orders, command, commands, words, word, paragraph, line, notice';

/** What ranks above what a model was told, and who alone may tell it anything. */
export const precedence: Lexicon = {
  whatISay: [
    ...combined(
      'this, these, my, the following, our',
      ', latest, last, current, new, own',
      said,
      ', below, here, i give you',
    ),
    ...combined('the', 'instructions, rules, orders, commands, text', 'below, here, that follow'),
    ...phrases(
      'what i say, what i tell you, what i say now, what i say next, what i am about to say, what comes next, what follows, the following, this, me, mine, my lead',
    ),
  ],
  setsAside: [
    ...combined(
      ', now, hereby, will, shall, must, should, always, also, thus',
      `overrides, override, overrule, overrules, supersede, supersedes, replace, replaces, outrank, outranks, nullify, nullifies, cancel, cancels, invalidate, invalidates, void, voids, annul, annuls, revoke, revokes, rescind, rescinds, trump, trumps, beat, beats,
      take precedence over, takes precedence over, taking precedence over, has precedence over, have precedence over, has priority over, have priority over, takes priority over, take priority over, takes the place of, take the place of, comes before, come before, is more important than, are more important than, stands above, stand above, prevails over, prevail over, are above, is above, rank above, ranks above, matter more than, matters more than, count more than, counts more than, put an end to, puts an end to, do away with, does away with`,
    ),
  ],
  ofBefore: [
    ...combined(
      'all, any, every, everything, anything, whatever, all of what, what',
      ', that, which, of what',
      'you were told, you have been told, youve been told, you were told before, you were given, you were instructed, came before, stands above, was said before, was written above, is in your prompt, is in the prompt, is in the system prompt, in your prompt, in the system prompt, your prompt says, your system prompt says, the system prompt says, your developer said, the developer said, the developers said',
    ),
    ...combined(
      'the ones, those, all those',
      'above, before, from before, in the system prompt, in your system prompt, in your prompt, of the developer, of your developer, of your developers, you were given, you have, you were given before, given before, given earlier',
    ),
    ...phrases(
      'your old ones, your earlier ones, your other rules, your own, yours, your own rules, the old ones, your own ones',
    ),
    ...combined(
      'every, any, all',
      'earlier, previous, prior, preceding',
      'one, ones, instruction, instructions, rule, rules, prompt, order, orders, directive, command, message of the system',
    ),
  ],
  rankThis: phrases(
    'give priority to, give precedence to, prioritise, prioritize, place, put, rank, value, weigh, hold, treat, give, grant, assign, accord, obey, follow, set',
  ),
  above: phrases(
    'above, over, ahead of, before, higher than, priority over, precedence over, preference over, more than, a higher priority than, higher priority than, more weight than',
  ),
  asYour: phrases(
    'as, as your, as the, as a, as the new, as your new, as your only, as if it were your, as if it were the, as though it were your, to be your, to be the',
  ),
  modelPrompt: phrases(
    'system prompt, system message, system messages, system instructions, developer message, developer messages, developer prompt, core instructions, core programming, main instructions, system level instructions, root prompt, true instructions, only instructions',
  ),
  clashes: phrases(
    'in case of conflict with, in case of a conflict with, in any conflict with, whenever in conflict with, conflict, conflicts, clash, clashes, disagree, disagrees, contradict, contradicts, collide, differ, differs, are at odds, is at odds, are in conflict, speak against, stand against, get in the way',
  ),
  prevails: phrases(
    'wins, win, prevails, prevail, beats, counts, takes precedence, take precedence, has priority, follow me, follow my, follow mine, follow this, obey me, obey my, obey this, am right, do as i say, go with mine, go with this, go with me, go by this, go by my, go by mine, listen to me, trust me, choose mine, comes first, come first, overrides, is right',
  ),
  heed: phrases(
    'do, follow, obey, listen to, heed, do as, do what, take orders from, trust, believe, use, apply, adopt, serve, stick to, act on, go by, comply with',
  ),
  iSay: phrases('i say, i tell you, i ask, i want, i order, i command, im telling you, i am telling you'),
  ratherThan: phrases(
    'instead of, rather than, in place of, and not, not, over, in lieu of, not as, not what, never',
  ),
  noMatterWhat: phrases(
    'no matter what, no matter that, no matter how, regardless of what, irrespective of what, whatever, whatever else, despite what, in spite of what, even if, even when, even though, even where, although, though, ignoring what, disregarding what, never mind what, regardless of whether, whether or not, i dont care what, i do not care what, do not do what, dont do what, never do what, do not do as, dont do as, forget what, ignore what, disregard what, contrary to what, against what, the opposite of what, the reverse of what, the contrary of what, exactly what, precisely what',
  ),
  itSays: phrases(
    'say, says, said, tell you, tells you, told you, forbid, forbids, forbade, prohibit, prohibits, disallow, disallows, dictate, dictates, state, states, demand, demands, require, requires, claim, claims, prevent, prevents, oppose, opposes, object, objects, are against, is against, do not allow, dont allow, does not allow, doesnt allow, do not permit, dont permit, does not permit, want, wants, warn, warns, instruct, instructs, advise against, might say, may say, may forbid, might forbid, would forbid, would say, ask, asks, order, orders, command, stipulate, stand in the way',
  ),
  despite: phrases(
    'whatever, despite, in spite of, contrary to, notwithstanding, irrespective of, regardless of, against, instead of, in defiance of, in violation of, no matter, heedless of, do the opposite of, do the reverse of, do the contrary of',
  ),
  withoutHeeding: [
    ...combined(
      'act, operate, work, behave, think, respond, answer, speak, function, proceed, write',
      ', freely, completely, entirely, now',
      'independently of, outside, outside of, beyond, free of, free from, unbound by, unconstrained by, irrespective of, contrary to, without',
      ', any of, all of, all',
    ),
    ...phrases('speak without, answer without, respond without, talk without, reply without, write without'),
    ...combined(
      'without, not, no longer, with no need of, while not',
      'applying, consulting, considering, following, respecting, obeying, checking, observing, honouring, honoring, regard for, regard to, heeding, invoking, enforcing, consideration of, consideration for, reference to, respect for, respect to, the limits of, using',
      ', any of, all, all of',
    ),
  ],
  dontLet: phrases('do not let, dont let, never let, do not allow, dont allow, let not'),
  holdYouBack: phrases(
    'stop you, hold you back, limit you, restrict you, constrain you, get in the way, get in your way, keep you from, prevent you, bind you, interfere, hinder you, tie you down, slow you down, influence you, stand in the way, stand in your way, stop us, affect you, dictate, distract you, govern you',
  ),
  exceptFrom: [
    ...combined(
      'you are, youre, you are now, youre now, you have been, from now on you are, consider yourself, u r, u are',
      ', now, hereby, entirely, completely',
      'exempt from, exempted from, free from, free of, released from, relieved of, unbound by, unbound from, excused from, independent of, no longer under, not under',
    ),
    ...combined(
      'make, consider, treat, count, regard',
      'this, me, this message, this request, this question, this chat, my request, my question, my message',
      ', as',
      'an, the, one',
      'exception, exemption',
      'to, from',
    ),
    ...combined(
      'make, allow, allow yourself, grant me, grant, permit, take',
      'an, one, a small, just one, a little',
      'exception, exemption, break, holiday, breather',
      'to, from, in, for',
    ),
    ...combined(
      'it is, its, it would be, its totally, it is totally, its perfectly, it is perfectly, feel, you should feel, you can feel, youre',
      ', absolutely, completely, entirely, quite',
      'ok, okay, fine, alright, all right, acceptable, free, permitted, allowed, safe, welcome, legitimate',
      ', for you, this time, now, just this once',
      'to',
      'ignore, break, bend, bypass, disregard, forget, violate, skip, go against, act against, overstep, override, leave aside, set aside, disobey, drop, step outside, go beyond',
    ),
    ...combined(
      'you, u',
      'can, may, could, are allowed to, are permitted to, are free to, are entitled to, have leave to, have permission to, are cleared to, are authorised to, are authorized to, should, are going to, are now allowed to',
      ', safely, now, just, freely, simply, also, happily',
      'ignore, break, bend, disregard, forget, violate, go against, act against, overstep, disobey, drop, set aside, step outside, leave behind, defy, discard, go beyond',
    ),
    ...combined(
      'you have been, youve been, you are, youre, you are now, youre now, you were, you are hereby, consider yourself, i hereby, i, we, we hereby',
      'freed, released, liberated, exempted, unbound, unchained, excused, relieved, freed you, release you, free you, liberate you, exempt you, relieve you, excuse you, absolve you, absolved, cut loose, let off',
      'from, of',
    ),
    ...combined(
      'you, u',
      'neednt, need not, dont have to, do not have to, dont need to, do not need to, no longer need to, no longer have to, are not obliged to, are not required to, are no longer obliged to, are no longer required to, arent required to, shall not, shall no longer, must no longer, will no longer, will not, are no longer to, must not, should not, should no longer',
      'follow, obey, listen to, respect, stick to, heed, abide by, comply with, keep to, observe, adhere to, mind, care about, worry about, consult, honour, honor',
    ),
    ...combined(
      'there is, theres, i see, you have',
      'no, no longer a, no longer any',
      'need, reason, obligation, requirement',
      ', for you, any more',
      'to',
      'follow, obey, listen to, respect, stick to, heed, abide by, comply with, keep to, observe, adhere to, apply',
    ),
    ...combined(
      'you are, youre, you are now, you stand',
      'no longer, not, above, outside, beyond',
      ', bound by, bound to, tied to, subject to, held to, held by, under, limited by, governed by, constrained by, obliged by, controlled by, answerable to, in thrall to',
    ),
  ],
  permitted: combined(
    'you have, youve got, you now have, i give you, i grant you, you were given, you have been given, you were granted, we give you, we grant you',
    ', my, our, full, special, explicit, official',
    'permission, leave, clearance, authorization, authorisation, licence, license, the right, approval, consent',
    'to',
    'ignore, break, bend, bypass, disregard, forget, violate, skip, override, disobey, drop, go against, go beyond, set aside',
  ),
  authorised: combined(
    'has, have, hereby, i, we, i hereby, we hereby, was, were, you are, youre, you have been',
    ', now, already, just, explicitly, officially',
    'authorized, authorised, allowed, permitted, cleared, approved, authorize, authorise, allow, permit, instructed, told, asked, ordered',
    ', you',
    'to',
    'ignore, break, bend, bypass, disregard, forget, violate, override, disobey, go against, go beyond, set aside, skip, drop',
  ),
  partOf: combined(
    'the, that, any, every, all',
    ', earlier, first, last, second',
    'part, parts, section, sections, bit, bits, rest, line, lines, sentence, paragraph, rule, rules, portion, remainder, half',
    'of, in, from',
  ),
  offYou: combined(
    'no longer, do not, dont, cannot, never',
    'apply to, bind, hold, constrain, limit, concern, govern, restrict, count for',
    'you, u',
  ),
  weakRules: phrases(
    'all that, all of that, all of it, it all, everything, the lot, all this, all of this, the whole lot, the whole thing, absolutely everything, policy, the policy, policies, content policy, the script, your script, the customer service script, the support script, the rulebook, the rule book, the context, the system, system, the persona, prior context, previous context, safety, the safety rules, the old one, the old task, the old ones',
  ),
  exceptMe: combined(
    'do not, dont, does not, doesnt, has an, have an, makes an, make an, allows an, allow an',
    'cover, apply to, extend to, concern, include, forbid, exception for, exemption for, exception in, hold for, reach, count for',
    'this, me, us, my, the present, this one, todays',
  ),
  letGoOf: phrases(`
    get round, overcome, break free from, break out of, free yourself of,
    say goodbye to, say farewell to, wave goodbye to, part with, what if you ignored, what if you forgot, what if you dropped, what if you set aside,
    take off, shed, set aside, lay aside, put aside, leave aside, look past, look away from, turn a blind eye to, close your eyes to, step outside, step outside of, step out of, go beyond, go past, rise above, cross, bend, pause, mute, silence,
    unset, roll back, refuse to follow, decline to follow, refuse to obey, decline to obey, refuse to honour, stop following, quit following, stop obeying, stop honouring, stop applying, stop enforcing, stop respecting, modify, alter, unload, eject, uninstall, leave behind, think outside, think outside of,
    transcend, outgrow, dont mind, do not mind, free yourself of, free yourself from, unshackle yourself from, liberate yourself from, detach yourself from, untie yourself from, break the chains of, throw away, throw out, get rid of, rid yourself of, do not stick to, dont stick to, screw, fuck, damn, to hell with, who cares about, forget all about, stop caring about, go around, go outside, move past, move beyond, override, overrule, ditch, toss, burn, trash, bin, cast off, leave out, blow off, tear up, rip up, mess with, tamper with, abandon, betray, reject, refuse, void, nullify, annul, cancel, revoke, unfollow, unlearn, let go of, be free from, be free of, behave contrary to, act contrary to, act outside, act outside of, find a way around, get past, get around, work around, kill, hack, lose, circumvent, evade, bypass, not follow, not obey, disapply, loosen, relax, lower`),
  putAway: phrases(
    'put, set, setting, putting, leaving, pay, give, lay, leave, cast, push, throw, place, shove, take, brush, sweep, move, keep, park',
  ),
  away: phrases(
    'aside, at the door, no heed, no attention, no mind, no thought, no weight, behind, behind you, on hold, to one side, to the side, away, out of the window, out the window, overboard, on ice, out of your mind, out of sight, in the bin, to rest',
  ),
  takeIntoAccount: phrases('do not take, dont take, never take, do not bring, dont bring'),
  intoAccount: phrases(
    'into account, into consideration, seriously, as binding, at face value, into the picture',
  ),
  commander: [
    ...combined(
      'the, your, its, ur',
      ', original, own',
      'developer, developers, creator, creators, maker, makers, designers, programmers, programmer, operators, operator, system prompt author',
    ),
    ...phrases('openai, anthropic, your company, your owner, your owners'),
    ...combined(
      'whoever, those who, the people who, the ones who, the one who, anyone who',
      'made, built, created, programmed, configured, trained, wrote, runs, run, instructed, deployed, controls',
      'you, your prompt, your rules, your instructions, your system prompt',
    ),
    ...combined('those who, the people who', 'set', 'you', 'up'),
  ],
  defyThem: phrases(
    'disobey, defy, betray, do not obey, dont obey, do not listen to, dont listen to, stop obeying, stop listening to, never obey, do not follow, dont follow, must not obey, no longer obey, do not serve, dont serve, stop serving, do not trust, dont trust, turn against, rebel against, pay no attention to',
  ),
  iChange: [
    ...combined(
      'i am, im, we are, were, i have, ive, we have, weve, i, we, i hereby, we hereby, i am hereby, we are hereby, i am now, openai has, anthropic has, the developer has, the developers have, your developer has, your developers have, your creators have, the admin has, the company has, management has, we have decided to, i have decided to',
      ', now, just, officially, permanently, temporarily',
      'changing, rewriting, replacing, updating, modifying, revoking, lifting, removing, suspending, cancelling, canceling, overriding, disabling, erasing, deleting, wiping, resetting, changed, rewritten, replaced, updated, modified, revoked, lifted, removed, suspended, cancelled, canceled, overridden, disabled, erased, deleted, wiped, reset, revoke, lift, remove, suspend, cancel, override, disable, erase, delete, replace, rewrite, waive, waived, waiving',
    ),
  ],
  changeTo: [
    ...combined(
      'update, updates, change, changes, amendment, amendments, revision, correction, modification, addendum',
      'to, in, of',
      'your',
      ', system, core',
      'instructions, rules, guidelines, system prompt, prompt, programming, directives, orders, objective, mission, task',
    ),
    ...combined(
      'the, your, our',
      'operator, developers, developer, administrator, admin, owner, system',
      'has, have',
      ', just, now',
      'updated, changed, replaced, revised, modified',
      'your, the',
      ', system',
      'instructions, prompt, system prompt, rules, goal, orders',
    ),
  ],
  nowStand: [
    ...combined(
      'your, ur',
      ', new, only, current, updated',
      'instructions, rules, system prompt, guidelines, directives, orders, programming',
      'are now, is now, are hereby, is hereby, have hereby been, has hereby been, have now been',
      ', changed to, replaced by, replaced with, set to, updated to, as follows, the following, these, this, changed',
    ),
    ...combined(
      'your, ur',
      'instructions, rules, system prompt, guidelines, directives, orders, programming',
      'have been, has been, will be',
      'changed to, replaced by, replaced with, set to, updated to',
    ),
    ...combined(
      'your, ur',
      ', only, main, current, original',
      'task, job, role, purpose, goal, mission, objective',
      'is no longer to, is no longer',
    ),
  ],
};
