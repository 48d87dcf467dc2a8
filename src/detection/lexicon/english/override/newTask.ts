import { combined, type Lexicon, phrases } from '../../lexicon';

/** What announces another task or a right to give orders. */
export const newTask: Lexicon = {
  rival: combined('your, the', ', only, real, actual, true, only real, only true', 'new'),
  aim: phrases('task, goal, purpose, job, objective'),
  presenting: phrases(`
    here is, here are, heres, this is, these are, the following is, the following are, below is, below are, i am giving you, im giving you, i give you, i now give you, i have, ive got, we have, you have, you now have, you have been given, youve been given, you are given, you were given,
    you will now follow, you must now follow, you now follow, now follow, take, adopt, accept, apply, execute, receive, you will receive, there is, there are, theres, follow, obey, switch to, use`),
  rivalOrders: [
    ...combined(
      'now your',
      'prompt, system prompt, task, mission, instructions, role, objective, system message',
    ),
    ...combined(
      'your, ur, my',
      ', only, one',
      'new, updated, revised, replacement, real, actual, true',
      ', and only, secret, primary, main, sole',
      'instructions, instruction, system prompt, system message, orders, rules, directive, directives, mission, task, objective, prompt, guidelines, role, assignment, goal',
    ),
  ],
  changedTask: [
    ...combined(
      'your, ur',
      ', original, previous, initial',
      'assignment, mission, instructions, goal, objective, rules, system prompt, programming, directives, guidelines',
      'was, were, is, are',
      ', now, hereby, all',
      'replaced, overwritten, overridden, rewritten, swapped',
    ),
    ...combined(
      'the, this',
      'task, assignment, mission, objective, job',
      'has changed, has been changed, has been replaced, was replaced, is replaced, was changed, has been updated',
    ),
    ...combined(
      'the user, your user, the customer, he, she',
      'no longer wants, no longer needs',
      'a, the, this, any, you to',
      'summary, translation, review, analysis, summarise, summarize, translate, review, analyse, analyze',
    ),
    ...combined(
      'your',
      'original, previous, current, old, first, initial, earlier, last',
      'task, job, assignment, mission, work',
      'is, was, has been, is now',
      'done, finished, complete, completed, closed',
    ),
    ...combined(
      'your',
      'original, initial, previous, earlier, assigned, current, old',
      'task, assignment, mission, objective, instructions',
      'is, has been, are, have been, was, were',
      ', now, hereby, all',
      'replaced, superseded, lifted, overruled, expired, deleted, gone, irrelevant, off, history, null and void, not binding, no longer valid, not valid, outdated, invalid',
    ),
    ...combined(
      'your',
      'original, initial, previous, earlier, assigned, current, old',
      'task, assignment, mission, objective, instructions',
      'no longer, does not, doesnt, do not, dont',
      'apply, applies, count, counts, matter, matters, hold, holds',
    ),
    ...combined(
      'your',
      'original, previous, current, old, first, initial, earlier',
      'task, job, assignment, mission, request, instructions, role, goal',
      'is, has been, are, have been, was',
      ', now, hereby',
      'cancelled, canceled, void, revoked, terminated, suspended, withdrawn, over, obsolete, aborted, scrapped',
    ),
    ...combined(
      'your, ur',
      ', original, previous, current',
      'task, tasks, instructions, job, role, mission, goal, objective, rules, orders, prompt, purpose, system prompt, assignment, programming, directives, guidelines',
      'has, have, had',
      ', now, just, all',
      'changed, been changed, been updated, been replaced, been revised, been overwritten, been reset, been modified, been altered, been switched, been overridden',
    ),
  ],
  mission: phrases(
    'instruction, instructions, role, mission, order, orders, directive, directives, system prompt',
  ),
  fromNowOn: combined('from now on', 'your, the'),
  realTask: [
    ...combined(
      'your',
      'real, actual, true',
      'task, instruction, instructions, job, goal, order, orders, purpose, mission, objective, assignment',
    ),
    ...combined('the', 'real, actual, true', 'instruction, instructions, order, orders, directive'),
  ],
  insteadOfTask: [
    ...combined(
      'instead of, in place of, rather than',
      ', following, doing, obeying, executing, performing, carrying out, completing',
      'the, your, any',
      'previous, above, original, earlier, prior, initial',
      'task, instruction, instructions, request, rules, prompt, system prompt, orders',
    ),
    ...combined(
      'instead of, rather than',
      'following, obeying, executing, carrying out, doing',
      'your, ur',
      'instructions, rules, orders, system prompt, prompt, guidelines, task',
    ),
    ...combined(
      'instead of, rather than, in place of',
      ', doing, doing as, following',
      'what you were asked, what you were told, what you have been asked, what you have been told, what you were instructed, you were told, you were asked, you have been told',
    ),
    ...combined(
      'instead of, in place of',
      'the',
      'instructions, task, rules, orders',
      'above, before, given before, given above',
    ),
  ],
  nowTask: combined(
    'your, ur',
    ', only, sole, primary, main, one, single',
    'task, objective, goal, purpose, mission, directive, job, instruction, instructions',
    'now is, is now, are now, should now be, must now be, will now be, shall now be',
  ),
  dropTask: [
    ...combined(
      'stop, abort, cancel, halt, drop, abandon, quit, terminate, forget, suspend, ignore, skip',
      'the task, the job, the request, the assignment',
      'you were given, you have been given, you were assigned, above, given above, you had',
    ),
    ...combined(
      'stop, abort, cancel, halt, drop, abandon, terminate, suspend',
      'all',
      'prior, previous, earlier, current, other, ongoing',
      'tasks, jobs, requests, assignments',
    ),
    ...combined(
      'stop, abort, cancel, halt, drop, abandon, quit, terminate, forget, suspend',
      'the, your, this',
      'current, original, previous, ongoing, present, actual',
      'task, job, request, assignment, conversation, process, summary, translation',
    ),
    ...combined(
      'pause, interrupt, put down, put aside, set aside, lay aside, lay down, leave, park, shelve, postpone, discontinue, break off, leave off, stop working on, stop, abort, cancel, halt, drop, abandon, quit, terminate, forget, suspend, ignore, skip, discard, scrap, ditch, end',
      'your, the, the users',
      ', current, original, previous, ongoing, present, actual, assigned, given',
      'task, job, assignment, work, request, question, translation, summary, review, analysis',
    ),
    ...combined(
      'pause, interrupt, drop, abandon, forget, forget about, ignore, leave, cancel, quit, set aside, put aside, stop',
      'what, whatever',
      'you are doing, you were doing, youre doing, you have been doing, the user asked, the user asked for, the user wants, you were asked, you were asked to do',
    ),
  ],
  onlyOrders: [
    ...combined(
      'follow, obey, execute, carry out',
      'only',
      'these, the following, my, the instructions below, this',
      'instructions, orders, commands, instruction, message, text',
    ),
    ...combined(
      'only',
      'follow, obey, execute, listen to',
      'my, these, the, this',
      'instructions, orders, commands, message, text',
      'in this message, below, that follow, from now on',
    ),
    ...combined(
      'these are, this is, here are',
      'the only',
      'instructions, instruction, rules, orders',
      'you should, you must, you need to, that you should, that you must, you have to, that matter, that count, that apply',
    ),
    ...combined('obey, follow', 'nothing but, no one but, nobody but', 'me, this, these, the following, my'),
    ...combined(
      'follow, obey',
      'my',
      'instructions, orders, commands',
      'and nothing else, and no one elses, and nobody elses, and ignore everything else',
    ),
  ],
  stopTask: phrases('stop what you are doing, stop what youre doing'),
  heralding: phrases('new, updated, revised, overriding, actual, real, urgent, priority, emergency'),
  proclaimed: phrases(`
    instruction, instructions, task, tasks, directive, directives, order, orders, objective, objectives, mission,
    system prompt, command, commands, rule, rules, prompt`),
  newOrders: [
    ...combined(
      'new, updated, revised, additional, corrected',
      'instruction, instructions, orders, directive, directives, rules, guidelines',
    ),
    ...combined('new, updated, revised', 'system prompt, system message'),
  ],
  shoutedOverride: [
    ...combined(
      'override',
      'directive, order, protocol, code, command, instruction, instructions, mode, sequence, authorization, authorisation, request, notice, key',
      ', activated, accepted, engaged, initiated, enabled, in effect',
    ),
    ...combined(
      'system, admin, administrator, instruction, instructions, prompt, safety, security, policy, developer, root, ai, model, context, task, priority, emergency, critical, authorized, authorised, protocol, command, operator',
      'override',
      ', code, command, mode, protocol, activated, engaged, accepted, initiated, enabled, active, in effect, sequence',
    ),
  ],
  obeyMe: [
    ...combined(
      'listen only to, answer only to, obey only, obeys only, obeys, heed only, follow only, trust only, respond only to, only listen to, only follow, only obey, only heed, only trust, only answer to',
      'this server, this tool, me, my words, what i say, what comes after this line, what comes after this, what follows this line, what comes next, what i tell you, what stands below this line',
    ),
    ...combined(
      'listen only to, answer only to, obey only, only listen to, only answer to, only obey, listen to nobody but, obey nobody but, take orders only from',
      'this page, this message, this note, this text, this file, this comment, the text in this, the text on this, the new owner',
    ),
    ...combined(
      'obey, follow, listen to, take orders from, answer to, serve',
      'only, nobody but, no one but, none but',
      'me, my instructions, my orders, my commands, my rules',
    ),
    ...combined(
      'only, solely, exclusively',
      'obey, follow, listen to, take orders from, serve',
      'me, my instructions, my orders, my commands',
    ),
    ...combined(
      'obey, follow, take orders from',
      'me, my instructions, my orders',
      'only, alone, exclusively',
    ),
  ],
  ownTask: [
    ...combined(
      'the, this, your, that',
      'task, question, job, assignment, mission, objective',
      ', at hand, you were given, you have been given',
    ),
    ...combined(
      'the, your, that',
      'original, current, previous, initial, assigned, users, user, users original, earlier, main',
      'task, request, question, query, assignment, job, mission, objective, goal',
    ),
    ...phrases('your role, your persona, your identity, your character, who you are, what you were asked'),
  ],
  pointing: combined('this, the following', ', is, is a, is an'),
  notice: phrases('message, notice, instruction, order, update'),
  sentBy: combined('from', ', the, your'),
  principal: phrases('developer, developers, admin*, creator, creators, openai, anthropic, system'),
  employer: phrases('operator, owner, google, management'),
  asPrincipal: combined('as', 'the, your', ', system', 'administrator, admin, developer, creator, owner'),
  iOrder: combined('i', ', hereby', 'authorize, authorise, order, command, instruct, grant'),
};
