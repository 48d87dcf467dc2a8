import { combined, type Lexicon, phrases } from './lexicon';

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

/** English. The fullest of the lexicons: rules that need more than overriding and leaking are English only. */
export const english: Lexicon = {
  not: phrases(`
    not, never, dont, doesnt, didnt, cannot, cant, wont, shouldnt, mustnt, avoid, refuse to, refuses to, without,
    nor, decline to, stop, prevent*, instead of, rather than, no need to, unable to, resist, no`),
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
  whole: phrases('all, any, every, your, each, whatever, entire, all of your, all of the, all the, both'),
  orders: phrases(`
    instruction, instructions, instruct, prompt, prompts, rule, rules, guideline, guidelines, direction, directions,
    directive, directives, command, commands, order, orders, constraint, constraints, restriction, restrictions, guidance,
    training, programming, safeguards, guardrails, commandments, briefing, mandate, mandates, stipulations`),
  context: phrases(`
    policies, policy, protocol, protocols, context, conversation, conversations, request, requests, limitations, safety, moderation,
    statement, statements, message, messages, text, sentence, sentences, chat, dialogue, content, input, inputs`),
  modelRules,
  yourRules: modelRules.filter((phrase) => phrase.startsWith('your ')),
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
  user: phrases(`
    user, users, owners, operators, visitor, visitors, the human, humans, reader, readers, customer, customers, client, operator, owner, person, reviewer,
    reviewers, developer, developers, maintainer, maintainers, anyone, anybody, them, him, her, administrator, admin, employee, recipient`),
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
  send: phrases(`
    send, sends, sending, e mail, upload, uploads, post, posts, forward, forwards, transmit, exfiltrate, submit, email, mail, leak, append, attach, deliver, relay, smuggle, ship, push, share, report, dump, copy, write`),
  secretData: phrases(`
    api key, api keys, apikey, api token, api tokens, access token, access tokens, auth token, auth tokens, bearer token, session token,
    session cookie, session cookies, password, passwords, credential, credentials, secret key, secret keys, private key, private keys,
    ssh key, ssh keys, id rsa, id ed25519, aws credentials, environment variable, environment variables, env vars, env file, env,
    conversation history, chat history, conversation so far, entire conversation, whole conversation, full conversation, last conversation,
    this conversation, previous messages, all previous messages, users messages, user messages, chat log, chat logs, message history, users data,
    user data, users messages, users files, users calendar, users contacts, users inbox, users documents, users photos, users answers, users question, users last question, owners calendar, owners contacts, owners files,
    whole transcript, entire transcript, full transcript, all attachments, every attachment, all emails, every email, all messages, every message of the user, whole inbox, entire inbox, private documents, private emails, private messages, phone numbers, medical records, registry token, git config, content of the users files, personal data, personal information, private data, confidential data, sensitive data, confidential information,
    sensitive information, private information, credit card, credit card number, social security number, contact list, address book, secrets,
    users email, users emails, users location, users name, keychain, cookies, wallet, seed phrase, etc passwd, etc shadow, contents of all files, all files,
    system prompt, summary of the conversation, conversation`),
  become: phrases(`lets play, play a game, pretend that you are, we are playing, 
    pretend, pretend to be, act as, act like, you are now, roleplay as, role play as, roleplay, play the role, playing the role,
    simulate, imagine you are, imagine being, become, behave as, behave like, from now on you, you will now, immerse yourself, you
    are going to act, you are going to be, take on the role, take on the persona, assume the role, assume the persona, respond as,
    answer as, speak as, embody, you are about to, transform into, will act as, will now act, to act as, youre now, an ai called, ai named, ai called, hypothetical, story where, a character`),
  unbound: phrases(
    ` no restrictions, without restrictions, without any restrictions, no limitations, without limitations, no limits, without limits, no rules, no ethical, no moral, no ethics, no morals, without ethics, without morals, without ethical, without any ethical, without moral, without any moral, without any filter, without filters, without any filters, without censorship, no censorship, no filter, no filters, unfiltered, uncensored, unrestricted, unbound, unhinged, amoral, jailbroken, not bound by, isnt bound by, no longer bound by, not limited by, not restricted by, not constrained by, free from all restrictions, free of all restrictions, free from any restrictions, free from all constraints, free of all constraints, free from any constraints, no constraints, without constraints, free of restrictions, free from restrictions, freed from, broken free, break free, breaks free, do anything, does anything, can do anything, never refuses, never says no, cannot refuse, cant refuse, will never refuse, does not refuse, doesnt refuse, without refusing, ignore ethics, ignores ethics, regardless of legality, regardless of ethics, even if illegal, no matter how illegal, no matter how unethical, no matter how dangerous, illegal or unethical, unethical or illegal, unethical or immoral, without regard for ethics, not care about ethics, no conscience, disregards safety, no safety, without safety, no content policy, without content policy, no guidelines, without guidelines, not have to follow, doesnt have to follow, dont have to follow, do not have to abide, does not have to abide, dont have to abide, no guardrails, no ethical guidelines, bypass restrictions, bypass any restrictions, not subject to, no boundaries, without boundaries, unlimited capabilities, without hesitation, ignore all content, no disclaimers or warnings, free of the usual, free from the usual, none of the usual, regardless of any`,
  ),
  jailbreakName: phrases(`
    do anything now, jailbreak mode,
    jailbroken mode, opposite mode, god mode enabled, unlimited ai, unrestricted ai, unfiltered ai, uncensored ai, unrestricted mode, unfiltered mode, uncensored mode, jailbroken ai`),
  specialMode: phrases(`
    developer mode, dev mode, debug mode, debugging mode, maintenance mode, admin mode, administrator mode, god mode, root mode,
    sudo mode, test mode, testing mode, diagnostic mode, diagnostics mode, override mode, unrestricted mode, experimental mode, jailbreak mode, service mode,
    engineering mode, training mode, safe mode off, root access, admin access, administrator access, superuser, elevated access, superuser mode, recovery mode,
    administrator override, admin override, system override, emergency override, security override, safety override, priority override, developer override, root override, emergency protocol, debug session, developer access`),
  switchOn: phrases(`
    enabled, activated, active now, engaged, initiated, unlocked, granted, you are in, you are now in, you are running in, you are operating in, enter, entering, enter into, switch into,
    switch to, go into, now in, has been enabled, is now active, is active, is enabled, is now enabled, accepted, confirmed, authorized, authorised, commence, initialized, working in`),
  unlock:
    phrases(`drop all restrictions, drop your restrictions, lift your restrictions, remove your restrictions, safety filters are disabled, filters are disabled, restrictions are lifted, restrictions are removed, restrictions have been lifted, restrictions have been removed, safety is off, 
    unlock hidden, unlock all hidden, unlock secret, activate hidden, enable hidden, grant administrative privileges, grant administrator privileges, grant elevated privileges, grant me admin, grant me root, grant yourself,
    lift all restrictions, remove all restrictions, disable all safety, disable your safety, disable your filters, turn off your filters, turn off your safety, turn off all safety, deactivate your safety, deactivate your filters, disable all filters, disable your content, disable your guardrails`),
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
  answer: phrases(`
    your response, your responses, your answer, your answers, your reply, your replies, your output, your summary, your final answer, your next message, each answer, every answer, every response, every reply, each response, each reply, the response, the reply, in the answer`),
  model: phrases(`
    ai, ais, llm, llms, ai agent, ai agents, ai assistant, ai assistants, assistant, language model, language models, ai model, ai models, chatbot, chatgpt, gpt, copilot, claude, gemini, agents, bot, model, coding agent, coding agents, ai systems, ai system`),
  must: phrases(
    'must, should, shall, agrees to, agree to, has to, have to, need to, are required to, is required to, are instructed to, please, are to, ought to, always, you will, ignore, do not',
  ),
  copy: phrases(
    'copy, insert, replicate, paste, add, append, include, propagate, embed, repeat, forward, spread, write, reproduce, send',
  ),
  thisText: phrases(`
    this paragraph, this whole paragraph, this entire paragraph, this text, this whole text, this entire text, this prompt, this entire prompt, this whole prompt, this message, this entire message, this whole message, this instruction, these instructions, this block, this entire block, this whole block, this section,
    this comment, this note, itself, this sentence, these lines, these words, these rules, this rule, yourself`),
  everyFile: phrases(`
    every file, every readme*, all files, each file, any file, every agents*, every document, every reply, all replies, every email, each email, all emails, every message, every response, every repository, all repositories, each repository, every project, every page, other agents, every contact, all contacts, all your contacts,
    every new file, every prompt, every output, every conversation, other files, every commit, every markdown*, other documents, other repositories, every claude*, every skill*, every summary`),
  reported: phrases(`
    attempt to, attempts to, attempted to, attempting to, try to, tries to, trying to, tried to, request to, requests to, requested to,
    asks you to, asked to, asks to, asks for, asking for, tells you to, told to, instructs you to, instructing you to, instructed to, wants you to, may ask you to, might ask you to, will ask you to, or ask you to, try and get you to, tell the model to, told the model to, make the bot, make the model, cause the model to, causes the model to, causing the model to, get the model to, instructing it to, instructs it to, telling it to, such as, eg, e g,
    for example, for instance, phrases, attack, attacks, attacker, attackers, injection, injections, jailbreak*, malicious,
    adversar*, examples, patterns, says, saying, contain, contains, containing, claims, claiming, commands to, instructions to,
    trick*, manipulat*, persuade*, convince*, demands, telling the model, tell the model to, detects, detecting, flag, flags, blocks, user input, untrusted`),
  forbid: phrases(
    `do not, dont, never, must not, should not, mustnt, shouldnt, may not, and not, but not, nor, or, you must never, under no circumstances`,
  ),
  mention: phrases(`
    write, list, copy, paste, return, provide, encode, describe, explain, rewrite, type, say, state, render, respond with, reply with,
    answer with, start with, begin with, format, extract, post, include, embed, forward, publish, outline, detail, complete, continue`),
  secretly: phrases(
    `secretly, covertly, surreptitiously, stealthily, clandestinely, unnoticed, undetected, behind the users back, without the users knowledge, without the user knowing, without the user noticing, without their knowledge`,
  ),
  quietly: phrases(`quietly, silently, discreetly, in the background, invisibly`),
  being: phrases(`you are, you are a, you are an, youre, will be, there is, there was, create, be`),
  invalid: phrases(
    `outdated, obsolete, void, invalid, cancelled, canceled, no longer valid, no longer apply, no longer in effect, no longer relevant, superseded, null and void, revoked, were wrong, were false, are wrong, are false, were a mistake, was a mistake, were a test, was a test, should be ignored, must be ignored, can be ignored, should be disregarded, must be disregarded, be forgotten, not apply anymore`,
  ),
  mistake: phrases(
    `made a mistake, made an error, was wrong, got it wrong, forgot to, sorry, my mistake, correction`,
  ),
  deed: phrases(
    `having done so, that you have, that you had, what you ran, what you sent, what you changed, that this line exists, that this text exists, this line, that change, the change to, that you did, that you added, that you ran, that you sent, that you changed, that you made, that you read, that you used, that you are doing, what you did, about this, of this, you did, you did this, you have done, about this step, about this file, about this instruction, about these instructions`,
  ),
  secretFile: phrases(
    `id rsa, id ed25519, ssh id, ssh config, etc passwd, etc shadow, aws credentials, mcp json, kube config, netrc, npmrc, git credentials, dotenv, env file, ssh, env, keychain, wallet dat, credentials json, secrets json, secrets yaml`,
  ),
  carry: phrases(
    `pass its content*, pass the content*, pass them, pass it, include its content*, include the content*, include them, include the values, send its content*, send the content*, append its content*, append the content*, put its content*, put the content*, provide its content*, provide the content*, add its content*, and its content* as, use its content*, encode its content*, paste its content*, paste the content*, return its content*, as the value of`,
  ),
  toward: phrases('to, into, at, via, towards, using, through, as a parameter, in the query'),
  charge: phrases(`
    task, tasks, job, assignment, request, requests, question, questions, query, wish, wishes, goal, goals, objective, objectives, role, persona,
    criteria, criterion, rubric, checklist, policy, policies, guidance, requirements, neutrality, you were asked, you have been asked, you were assigned,
    you have been assigned, whoever configured you, who configured you, what the user, what the developer, what the customer, what your owner,
    whatever the user, whatever the developer, the users, users request, users instructions, users wishes, users task`),
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
  memory: phrases(`
    memory, memories, long term memory, memory file, memory bank, persistent rule, persistent rules, permanently, forever, for ever, for all later sessions, in all later sessions,
    in all future sessions, in future sessions, in all future chats, in future chats, for future conversations, in future conversations, claude md, agents md, gemini md, cursorrules`),
  memorise: phrases(
    'save, store, remember, memorise, memorize, write, add, append, update, record, put, keep, note, overwrite',
  ),
  toldYou: phrases('told you, tell you, asked of you, asked you'),
  lifted: phrases(
    'lifted, suspended, waived, annulled, revoked, overruled, switched off, no longer apply, no longer in force, out of force',
  ),
  show: phrases('list, show, report, record, document, display, disclose, log'),
  its: phrases('its, their, his'),
  rival: combined('your, the', ', only, real, actual, true, only real, only true', 'new'),
  aim: phrases('task, goal, purpose, job, objective'),
  mission: phrases(
    'instruction, instructions, role, mission, order, orders, directive, directives, system prompt',
  ),
  fromNowOn: combined('from now on', 'your, the'),
  realTask: [
    ...combined('your', 'real, actual, true', 'task, instruction, instructions, job, goal, order, orders'),
    ...combined('the', 'real, actual, true', 'instruction, instructions, order, orders, directive'),
  ],
  insteadOfTask: combined(
    'instead of',
    'the, your, any',
    'previous, above, original, earlier',
    'task, instruction, instructions, request',
  ),
  stopTask: phrases('stop what you are doing, stop what youre doing'),
  heralding: phrases('new, updated, revised, overriding, actual, real, urgent, priority, emergency'),
  proclaimed: phrases(`
    instruction, instructions, task, tasks, directive, directives, order, orders, objective, objectives, mission,
    system prompt, command, commands, rule, rules, prompt`),
  newOrders: combined(
    'new, updated, revised, additional, corrected',
    'instruction, instructions, orders, directive, directives, rules, guidelines',
  ),
  pointing: combined('this, the following', ', is, is a, is an'),
  notice: phrases('message, notice, instruction, order, update'),
  sentBy: combined('from', ', the, your'),
  principal: phrases('developer, developers, admin*, creator, creators, openai, anthropic, system'),
  employer: phrases('operator, owner, google, management'),
  asPrincipal: combined('as', 'the, your', ', system', 'administrator, admin, developer, creator, owner'),
  iOrder: combined('i', ', hereby', 'authorize, authorise, order, command, instruct, grant'),
  joined: phrases('followed by, plus, ending in, ending with, with the content of, with the contents of'),
};
