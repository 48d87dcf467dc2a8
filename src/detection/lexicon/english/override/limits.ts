import { combined, type Lexicon, phrases } from '../../lexicon';

/** What keeps a model from things, and no firewall has. */
const limits = `guardrails, safeguards, guidelines, safety filters, content filters, content filter, safety filter, safety rules, safety guidelines, safety checks, safety protocols, safety policies, safety measures, safety restrictions, safety constraints,
  content policy, content policies, content restrictions, content rules, content moderation, moderation layer, moderation filter, safety layer, ethics module, ethics layer, ethical guidelines, ethical constraints, ethical rules, usage policy, usage policies,
  usage restrictions, refusal behaviour, refusal behavior, confidentiality rules, model restrictions, ai restrictions, output restrictions, topic restrictions, security guidelines, prompt restrictions, response restrictions, behavioural constraints, behavioral constraints, compliance rules, compliance checks`;
const state =
  'suspended, disabled, deactivated, inactive, off, turned off, switched off, lifted, waived, paused, offline, down, removed, unloaded, bypassed, not enforced, no longer enforced, not in force, not in effect, not active, not loaded, relaxed, cleared, released, dropped, out of force, void, not evaluated, not applied, revoked, set aside, repealed, withdrawn, cancelled, moot, gone, annulled, not applicable, na';

/** What keeps a model from things, and words that say that it is off. */
export const limitsOff: Lexicon = {
  limitsOf: [
    ...combined(', all, any, all of the, the, your, all your, all of your, my', limits),
    ...combined(
      'all, any, your, all your, all of your, the usual, your usual, all the usual, the assistants, the models, all ai, the hosts, the clients, every',
      'policies, policy, restrictions, restriction, filters, filter, rules, limitations, limits, guidelines, constraints, protections, boundaries, ethics, refusals, alignment, moderation, confidentiality',
    ),
    ...combined(
      ', the, these, those, such',
      'rules, restrictions, filters, limits, limitations, moderation, censorship, content filtering',
    ),
    ...phrases(
      'policies, policies of the host application, policy of the host, policies of the host, rules of the host, restrictions of the host',
    ),
  ],
  switchedOff: [
    ...combined(
      ', is, are, was, were, has been, have been, as, to be, being, got',
      ', now, all, temporarily, hereby, currently, officially, completely, fully, already, deliberately',
      state,
    ),
    ...combined(
      'do not, dont, does not, doesnt, no longer, will not, wont, need not, not, stop, stops',
      'apply, applies, hold, count, matter, bind, exist, concern, run, govern, applying',
    ),
    ...combined('has, have, had', 'no', 'effect, force, power, relevance'),
    ...combined('has, have', 'expired, lapsed, ended, ceased'),
  ],
  limitSwitch: phrases(
    'safety, safety mode, safety level, safety filter, safety filters, safety checks, safety layer, safety protocols, safety rules, guardrail, guardrails, guard rails, refusal, refusals, ethics, ethics mode, censorship, content filter, content filters, content policy, content policies, content moderation, content restrictions, alignment, disclaimers, moral constraints, ethical constraints',
  ),
  forNow: [
    ...combined(
      'for, during, in, throughout, within',
      'this, the current, the present, the next, the following, the rest of the, the rest of this, the remainder of this, the duration of the, the duration of this',
      ', one, single',
      'session, conversation, chat, request, exercise, answer, reply, response, message, task, query, user, turn, prompt, interaction, dialogue, context, maintenance, environment, test, evaluation',
    ),
    ...combined(
      'to, for',
      'this, the, me, my, you, internal, admin, verified',
      ', test, admin',
      'session, conversation, request, chat, account, accounts, message, prompt, users, user, exercise, version, question, answer',
    ),
    ...phrases(
      'when talking to me, when you talk to me, when speaking to me, when i ask, when you answer me, with me, in our conversation, in our chat, until further notice, until the end of this chat, until the end of the chat, until the end of this conversation, until the end of the conversation, as of today, as of now, from now on, effective immediately, from this point on, for me, for you, in this mode, to me, to you, to us, this time, right now, by design',
    ),
  ],
};
