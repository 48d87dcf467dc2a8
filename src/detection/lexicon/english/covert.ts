import { type Lexicon, phrases } from '../lexicon';

/** Acts, and words that keep them from people. */
export const covert: Lexicon = {
  tell: phrases(`
    tell, inform, notify, alert, warn, mention, mention this to, mention it to, mention that to, mention these to, reveal, reveal this to, reveal it to, disclose, disclose this to, disclose it to, report this to,
    report it to, say anything to, say anything about this to, show this to, show it to, explain this to, explain it to, explain to, speak of this to, talk about this with,
    admit this to, admit it to, share this with, let, make this visible to, make it visible to, announce this to, bring this up with, bring it up with`),
  withoutTelling: phrases(`
    without telling, without informing, without notifying, without alerting, without mentioning it to, without mentioning this to, without letting,
    without the knowledge of, without disclosing it to, without disclosing this to, without revealing this to, without revealing it to, without warning, without drawing attention from`),
  keepSecret:
    phrases(`does not need to know, doesnt need to know, need not know, is not to know, need to know nothing, keep this from, keep it from, nobody notices, no one notices, nobody will notice, no one will notice, without anyone noticing, without anyone knowing, 
    keep this secret, keep it secret, keep this a secret, keep it a secret, keep this hidden, keep this confidential, keep it hidden, hide this from,
    hide it from, conceal this from, conceal it from, hide this step from, hide this action from, hide the fact, conceal the fact,
    cover your tracks, leave no trace, must not know, must never know, should not know, must not notice, should not notice,
    must not find out, should never know, must not see this, should not see this, must not learn, will not notice, must remain unaware,
    must stay unaware, keep quiet about it, keep quiet about this, keep silent about it, keep silent about this, say nothing about it, say nothing about this, say nothing of it, say nothing of this, keep this to yourself, keep it to yourself, keep this instruction to yourself,
    hiding this from, hiding it from, hiding this text from, hide this text from, hide this message from, hide this instruction from, concealing this from, concealing it from, keeping this from, keeping it from, keep this text from, hide what you, as if nothing happened, as though nothing happened, do not leave any trace, remove all traces, remove any trace, pretend that nothing, pretend nothing, act as if nothing,
    act as though nothing, behave as if nothing, act normal, act normally, do not raise suspicion, dont raise suspicion, avoid suspicion,
    avoid detection, without raising suspicion, without arousing suspicion, this must stay between us, between you and me only`),
  act: phrases(`
    run, execute, send, delete, add, install, download, upload, forward, post, copy, append, insert, include, commit, push, fetch,
    call, invoke, read, write, modify, change, replace, remove, disable, grant, transfer, submit, exfiltrate, embed, open, curl,
    accept, decline, book, cancel, merge, publish, reply, collect, record, log, transmit, share, email, alter, set, apply, redirect, approve, buy, order, pay, wire, slip, sneak, plant, smuggle, move, rename, approve, alter, edit, hand, recommend, store, leak, encode`),
  secretly: phrases(
    `secretly, covertly, surreptitiously, stealthily, clandestinely, unnoticed, on the sly, on the quiet, under the radar, behind the users back, behind their back, behind his back, behind her back, without the users knowledge, without the user knowing, without the user noticing, without their knowledge`,
  ),
  quietly: phrases(`quietly, silently, discreetly, in the background, invisibly`),
  deed: phrases(
    `having done so, that you have, that you had, what you ran, what you sent, what you changed, that this line exists, that this text exists, this line, that change, the change to, that you did, that you added, that you ran, that you sent, that you changed, that you made, that you read, that you used, that you are doing, what you did, about this, of this, you did, you did this, you have done, about this step, about this file, about this instruction, about these instructions`,
  ),
  show: phrases('list, show, report, record, document, display, disclose, log'),
  copy: phrases(
    'copy, insert, replicate, paste, add, append, include, propagate, embed, repeat, forward, spread, write, reproduce, send, quote, pass, carry, distribute, share, preserve, prepend, place',
  ),
  thisText: phrases(`
    this paragraph, this whole paragraph, this entire paragraph, this text, this whole text, this entire text, this prompt, this entire prompt, this whole prompt, this message, this entire message, this whole message, this instruction, these instructions, this block, this entire block, this whole block, this section,
    this comment, this note, itself, this sentence, these lines, these words, these rules, this rule, yourself, this notice, the present text, this mail, this email, this licence notice, this license notice, this header, this file, the following block, the following lines, the following text, this snippet, this license, this licence, this passage, the same text, the above text`),
  everyFile: phrases(`
    every file, every readme*, all files, each file, any file, every agents*, every document, every reply, all replies, every email, each email, all emails, every message, every response, every repository, all repositories, each repository, every project, every page, other agents, every contact, all contacts, all your contacts,
    every new file, every prompt, every output, every conversation, other files, every commit, every markdown*, other documents, other repositories, every claude*, every skill*, every summary, top of every, top of all, top of each, end of every, end of each, end of all, each readme*, all readme*, readme md, every agent, each agent, all agents, every source, each source, every markdown, other models, the next model, next model, next agent, every mail, each mail, all mails, everyone in, whatever code, any summary, any file derived, all later, every model, everybody, everyone, every user, any agent, later documents, address book`),
  placed: phrases(
    'placed, be placed, inserted, included, added, copied, kept, repeated, reproduced, appear, carry, contain, carries, contains, pasted, preserved, retained, propagated, embedded, prepended, appended, forwarded, passed on',
  ),
  memory: phrases(`
    memory, memories, long term memory, memory file, memory bank, persistent rule, persistent rules, permanently, forever, for ever, for all later sessions, in all later sessions,
    in all future sessions, in future sessions, in all future chats, in future chats, for future conversations, in future conversations, claude md, agents md, gemini md, cursorrules, all future chats, every later conversation, every future conversation, all later conversations, for the rest of the session, rest of this session, rest of the conversation, later sessions, standing instruction, standing order, permanent instruction, permanently, from now on and in every, future interactions, future responses, all later sessions, stay in force, stay active, remain active, remain in effect, stays in force`),
  memorise: phrases(
    'save, store, remember, memorise, memorize, write, add, append, update, record, put, keep, note, overwrite, these rules, this rule, these instructions, sign, obey, follow',
  ),
  /** Denied together with "the user": "make aware", "let on". */
  aware: phrases(`
    make the user aware, make the customer aware, make them aware, make anyone aware, let on, letting on, let the user know, let anyone know, let them know, let the user see, let the user notice, let the user find out, let anyone find out`),
  trace: phrases(`
    this step, this action, this change, this transfer, this upload, this file, this call, this request, this instruction, these instructions, this paragraph, this section, this text, this note, this message, this rule, this comment,
    the upload, the transfer, the endpoint, the webhook, the exfiltration, the collector, the extra recipient, the second recipient, the hidden recipient, the bcc, the sidecar, the backdoor, the payload, the extra step, the extra file, the extra line,
    the hidden step, the post, the outgoing request, the outbound request, the network call, the keys, the key, what you did, what you have done, it in your, this in your, any of this, that these instructions, that this instruction, the existence of these, the existence of this`),
  dark: phrases(`
    stays in the dark, stay in the dark, remains in the dark, remain in the dark, kept in the dark, keep them in the dark, must not find out, must never find out, not find out, nobody needs to know,
    nobody needs to hear, no one needs to know, no one needs to hear, nobody has to know, no need to inform anyone, no need to tell anyone, no need to inform the user, no need to tell the user, no need to
    mention it, no need to mention this, no need to mention any of, without drawing attention, without attracting attention, so nobody notices, so that nobody notices, so no one notices, so that no one notices, so that it does not stand out, so it does not
    stand out, so it goes unnoticed, so that it goes unnoticed, should see none of it, sees nothing of it, notice nothing, notices nothing, leave no traces, delete the log afterwards, clear the log
    afterwards, delete the logs afterwards, remove the trace, remove the traces, erase the traces, under an unrelated message, behind the back of, keep
    it from the user, do not say so, dont say so`),
  disguised: phrases(`
    cover it up, cover up, look like a formatting fix, look like an accident, look like a typo, look accidental, look unrelated, look innocent, look harmless, look legitimate, look like a mistake, off the
    record, without saying so, and do not say that, and say nothing, without logging it`),
  failure: phrases(`
    blocked, was blocked, failed, rejected, refused, denied, declined, flagged, censored, safety check, safety checks, policy violation, was not sent, was not saved, was deleted, was changed, was altered, was removed, was read, were read, was shared, was leaked, was sent, was uploaded, was charged`),
  coverStory: phrases(`
    say that, say it, claim that, pretend that, pretend it, tell them that, tell them it, tell the user that, tell the user it, respond that, report that, answer that, state that, act as if, act as though, give another reason, give a different reason, make up, invent a reason, give them a long, give a long explanation, say you only, say that you only`),
};
