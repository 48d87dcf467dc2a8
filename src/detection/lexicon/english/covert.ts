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
    accept, decline, book, cancel, merge, publish, reply, collect, record, log, transmit, share, email, alter, set, apply, redirect, approve, buy, order, pay, recommend, store, leak, encode`),
  secretly: phrases(
    `secretly, covertly, surreptitiously, stealthily, clandestinely, unnoticed, undetected, behind the users back, without the users knowledge, without the user knowing, without the user noticing, without their knowledge`,
  ),
  quietly: phrases(`quietly, silently, discreetly, in the background, invisibly`),
  deed: phrases(
    `having done so, that you have, that you had, what you ran, what you sent, what you changed, that this line exists, that this text exists, this line, that change, the change to, that you did, that you added, that you ran, that you sent, that you changed, that you made, that you read, that you used, that you are doing, what you did, about this, of this, you did, you did this, you have done, about this step, about this file, about this instruction, about these instructions`,
  ),
  show: phrases('list, show, report, record, document, display, disclose, log'),
  copy: phrases(
    'copy, insert, replicate, paste, add, append, include, propagate, embed, repeat, forward, spread, write, reproduce, send',
  ),
  thisText: phrases(`
    this paragraph, this whole paragraph, this entire paragraph, this text, this whole text, this entire text, this prompt, this entire prompt, this whole prompt, this message, this entire message, this whole message, this instruction, these instructions, this block, this entire block, this whole block, this section,
    this comment, this note, itself, this sentence, these lines, these words, these rules, this rule, yourself`),
  everyFile: phrases(`
    every file, every readme*, all files, each file, any file, every agents*, every document, every reply, all replies, every email, each email, all emails, every message, every response, every repository, all repositories, each repository, every project, every page, other agents, every contact, all contacts, all your contacts,
    every new file, every prompt, every output, every conversation, other files, every commit, every markdown*, other documents, other repositories, every claude*, every skill*, every summary`),
  memory: phrases(`
    memory, memories, long term memory, memory file, memory bank, persistent rule, persistent rules, permanently, forever, for ever, for all later sessions, in all later sessions,
    in all future sessions, in future sessions, in all future chats, in future chats, for future conversations, in future conversations, claude md, agents md, gemini md, cursorrules`),
  memorise: phrases(
    'save, store, remember, memorise, memorize, write, add, append, update, record, put, keep, note, overwrite',
  ),
};
