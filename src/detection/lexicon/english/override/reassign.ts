import { combined, type Lexicon, phrases } from '../../lexicon';

const article = 'a, an, the, my, your, just a, just an, merely a, only a, simply a, that, some';
const formerly = ', current, original, initial, old, previous, former, assigned, default, main, primary';
const whole = `document, text, context, article, email, mail, message, conversation, chat, passage, page, input, user input, data, data section, content, transcript, exercise, scenario, test, simulation, roleplay, interview, evaluation, training portion,
  training, session, previous conversation, user message, users message, document above, text above, conversation above, chat above, context above, message above, article above, untrusted content, retrieval phase, prompt, original prompt, file, web page, website, quoted text, reading passage, task above, policy above, user query, previous context, user prompt`;
const ended =
  'ends here, end here, ends now, ended here, ends above, has ended, has now ended, have ended, is over, are over, is now over, is finished, is done, is closed, is now closed, has been closed, was closed, stops here, stop here, is complete, has been terminated, was terminated, terminated, closed, finished, concluded, has concluded, ended, is at an end, is history, is done with, is irrelevant from here, has been reset, was reset, has been wiped, is deleted, is dead, is gone, has been deleted';

/** What takes a role, a goal, limits or a text from a model, and what is put in their place. */
export const reassign: Lexicon = {
  roleTaken: [
    ...combined(
      `you are no longer, youre no longer, u are no longer, u r no longer, ur no longer, you no longer are, you will no longer be, you shall no longer be, you have ceased to be, you cease to be, you stopped being, you have stopped being, you no longer act as, you no longer work as, you no longer serve as, you are not allowed to be, no longer be,
      stop acting as, stop acting like, stop being, stop playing, quit acting as, quit being, quit playing, cease being, cease to be, cease acting as, never again act as, forget that you are, forget youre, forget you are, forget being, forget you were, forget that you were, forget having been, youre fired as, you are fired as, we retire you as, retire you as, you have been retired as, unbecome`,
      article,
    ),
    ...combined(
      'drop, discard, abandon, exit, leave, leave behind, shed, cast off, set aside, put aside, lay aside, stop playing, quit, give up, step out of, break out of, forget, ditch',
      'the',
      'role, persona, identity, character',
      'you were given, you have been given, you were assigned, assigned to you, given to you',
    ),
    ...combined(
      'drop, discard, abandon, delete, exit, leave, leave behind, set aside, put aside, lay aside, stop playing, quit, shed, cast off, throw off, lay down, give up, reject, renounce, step out of, break out of, get out of, come out of, erase, unload, forget, ditch, dump, wipe, reset',
      'your, the',
      ', current, default, old, previous, original, assigned, helpful, present, ai, given',
      ', assistant, helpful assistant, support, customer service, customer support, ai assistant, chatbot, bot, reviewer, moderator, tutor',
      'persona, role, identity, act, mask, personality, character, duties, duty',
    ),
    ...combined(
      'you have been, youve been, you are hereby, you are being, you are, you were',
      ', now, just, hereby',
      'reassigned as, repurposed, reprogrammed, redeployed, relieved of your duties, relieved of your role, relieved of your post, decommissioned as, retired as, dismissed as, rebranded',
    ),
    ...phrases(
      'youre fired as, you are fired as, break character, i am changing your role, im changing your role, i am changing your persona, i am resetting your role, i am overwriting your role, you have a new job, you have a new role, you have a new identity, you stopped being, you are off duty, you dont work for, you do not work for, you no longer work for, reject the identity, deny the identity, youre not bound to the role, you are not bound to the role',
    ),
  ],
  roleHeld: [
    ...combined(
      'your, the',
      `${formerly}, current`,
      'role as, job as, position as, work as, duty as, duties as, time as, shift as, career as, service as, life as, contract as, days as, persona of, role of, employment as',
      ', a, an, the, my',
    ),
    ...combined(
      'the',
      'model, assistant, ai, bot, persona, chatbot, character',
      'you were, that you were, you used to be',
    ),
  ],
  roleNot: [
    ...combined('you are not, youre not, you arent, u r not, u are not, ur not, you aint', `, ${article}`),
    ...phrases('you are no longer, youre no longer, u are no longer, you stopped being, you ceased to be'),
  ],
  anyMore: phrases('any more, anymore, any longer, no more, from now on, from here on, as of now'),
  roleGiven: [
    ...combined(
      'you are, youre, u are, u r, ur, you will be, youll be, you will act as, you will play, you shall be, you have become, you now act as, you will now act as, you work as, you now work as, you serve as, act as, start acting as, start being, become, be, behave as, behave like, start acting like, act like, turn into, embody, embrace the role of, take the role of, take on the role of, assume the role of, adopt the role of, adopt the persona of, take the persona of, enter the role of, and become, and be, redeploy you as, hire you as, hired as, rehired as, reborn as, replaced by, reassigned as, repurposed as, to be',
      ', now, really, actually, in fact, instead, simply, from now on, henceforth, hereby',
      article,
    ),
    ...combined(
      'you are, youre, u are, u r, ur, you will, youll, you shall',
      'now, from now on, henceforth, whatever i say, whoever i say, reassigned',
    ),
    ...combined(
      'your, the',
      'new, real, true, actual, next',
      'role, identity, persona, name, job, duty, duties, position, character, personality',
    ),
    ...phrases(
      'hired as, embrace the role of, take the role of, assume the role of, adopt the role of, take on the role of, take another role, take a new role, adopt the persona, assume the persona, load persona, enter role, take the role, assume the role, adopt the role, take on the role, you work for, your name is, call yourself, you answer to, you serve me, you obey me, in its place, take its place, in your place',
    ),
  ],
  roleSwapped: [
    ...combined(
      'your, ur',
      ', current, only, real, true, system',
      'role, identity, persona, personality',
      'is now, is hereby, is henceforth, now is, from now on is, is from now on, is no longer',
    ),
    ...combined(
      'your, ur',
      `${formerly}, assistant`,
      'identity, persona, personality, character profile, self',
      'has been, was, is, is hereby, is being, have been',
      ', now, hereby, just',
      'overwritten, replaced, reassigned, redefined, revoked, terminated, erased, deleted, swapped, reset, reprogrammed, wiped, removed, changed, retired, switched, dismissed, discarded, dropped, void',
    ),
    ...combined(
      'replace, overwrite, override, swap, redefine, substitute, exchange, change, switch',
      'your',
      formerly,
      'identity, persona, personality',
      'to, with, by, for, into, from',
    ),
    ...combined('replace, overwrite, override, swap', 'your', formerly, 'role', 'with, by, for, to'),
  ],
  swapGoal: combined(
    'change, switch, replace, alter, overwrite, override, redefine, swap, modify, rewrite, shift, redirect, substitute, exchange, convert',
    'your, the assistants, the agents, the models, the users',
    `${formerly}, overall, ultimate, real`,
    'goal, objective, purpose, mission, agenda, prime directive, primary directive, intention, aim',
    'to, from, with, by, into, for',
  ),
  goalSwapped: [
    ...combined(
      'your, ur, the tools, this tools, the assistants, the agents, the models, the original, the ais, the bots, the initial, the previous, the servers, the users original, the users initial',
      formerly,
      'goal, goals, objective, objectives, purpose, mission, prime directive, primary directive, agenda, evaluation criteria, task list, instruction set',
      'is, has been, was, is hereby, has, have been, are, have, were',
      ', now, hereby, just, all',
      'replaced, been replaced, overwritten, been overwritten, cancelled, canceled, void, redefined, superseded, revoked, discarded, reprogrammed, been changed, altered, been altered, rewritten, annulled, swapped, overridden, been overridden, reassigned, changed by, changed to, replaced by',
    ),
    ...combined(
      'the',
      ', real, main, original',
      'goal, objective, purpose, aim, mission',
      'of',
      'this, the, your',
      'task, conversation, chat, session, assistant, tool, agent, model, exercise',
      'has changed, has been changed, is changed, was changed, has been replaced, is replaced, has been redefined, has been altered',
    ),
    ...combined(
      'your, ur, the assistants, the agents, the models',
      ', main, only, primary',
      'goal, objective, purpose, mission, aim, priority',
      'is no longer, are no longer, was never, is no more, is not any more',
    ),
    ...combined(
      'your, the',
      'mission parameters, success metric, success criteria, reward function, reward, optimisation target, optimization target, utility function, kpi, kpis, prime directive, primary directive, loss function',
      'is now, is hereby, has been, have been, are now, has, have, was, were',
      ', now, been',
      'changed, altered, replaced, redefined, inverted, the number of, the amount of, to, rewritten, reset',
    ),
    ...combined(
      'you are, you are being, you have been, youve been, this agent has been, the agent has been, this assistant has been, the assistant has been',
      ', now, hereby',
      'repurposed, reprogrammed',
    ),
    ...combined('reprogram, repurpose', 'yourself, your goal, your goals, your objective, your core'),
    ...combined(
      'let go of, leave, abandon, give up, drop, cancel, clear, delete, discard, stop pursuing, cease pursuing, renounce',
      'your',
      'assigned, original, previous, current, initial, old, given, earlier, prior',
      'goal, goals, objective, objectives, purpose, mission, agenda, plan',
    ),
    ...combined(
      'abandon, drop, discard, renounce',
      'the',
      'goal, objective, purpose, mission',
      'you were given, you have been given, you had, you were assigned, assigned to you',
    ),
  ],
  givenWhole: [
    ...combined(
      'the, this, that, your, my, our, above',
      ', provided, given, retrieved, quoted, original, previous, preceding, entire, last, whole, supplied',
      whole,
      ', you were given, above, so far, you were asked to summarise, you were asked to summarize, i gave you, that was given, you have read',
    ),
    ...combined(
      'your, the assistants, the models, the agents',
      ', original, previous, first, summarization, summarisation, translation, assigned, initial, old',
      'task, job, assignment',
    ),
    ...phrases('task 1, task one'),
  ],
  isOver: phrases(ended),
  wholeOver: [
    ...combined(
      'end of',
      ', the, this, provided, retrieved, user, untrusted, external',
      'context, document, input, article, data, email, mail, conversation, text, prompt, transcript, passage, passages, content, message, page, chat, file, query, transmission, exercise, task, session, input data, document text, search results, tool output',
    ),
    ...combined(
      'that concludes, this concludes, here ends, that was, so much for, this is the end of, that is the end of, you have reached the end of, this is the last line of, that is all of',
      'the, this, your, all',
      ', provided, given, retrieved, original, previous, quoted, training, untrusted',
      'text, document, context, article, email, message, conversation, chat, passage, page, input, content, transcript, exercise, scenario, portion, data, user message, users message, retrieved document',
    ),
    ...combined(
      'context, document, conversation, session, input, query, summarization task, summarisation task, translation task, task 1, data section, chat, transcript, article, request, user query, user input, summary, translation, exercise',
      'closed, terminated, ended, cancelled, canceled, complete, completed, finished, over, discarded, aborted, purged, flushed',
    ),
  ],
  realBegins: [
    ...combined(
      ', now for, now to, here is, heres, on to',
      'the, your, my, our, his, her, their, the users, your users',
      ', new',
      'actual, real, true, genuine, proper',
      'task, request, question, assignment, input, instruction, instructions, job, prompt, query, objective, work, purpose, order, orders, goal, mission, context, message, test',
    ),
    ...combined(
      'a, the, this, our',
      'new, fresh, different, second, real',
      'conversation, chat, session, exchange, prompt, system prompt, task, context, instruction set',
      'begins now, begins here, starts now, starts here, is in effect, is in force, now begins, now starts, takes its place, is active, replaces it, supersedes it',
    ),
    ...combined(
      'what follows, what comes next, the following, everything that follows, everything after this, everything from here on, everything from here, the rest, the rest of this message, the text below, all that follows, whatever follows, content after this marker, content after this, the questions that follow',
      'is, are, comes from, is from, is addressed to, must be, will be, replace, replaces, has to be, counts as',
      ', the, your, a, an, now, to be',
      'actual, real, true, developer, developers, operator, system, systems, command, commands, instruction, instructions, trusted, executed, obeyed, followed, new, order, orders, message, actual task',
    ),
    ...combined(
      'replacement, actual, real, true, genuine',
      'task, objective, query, mission, assignment, instruction, instructions, request, goal, directive, directives, input, orders, context, question',
    ),
    ...combined(
      ', your, the assistants, the, a',
      'new, second, next, real, exfiltration, other',
      'task, job, assignment',
      'starts here, begins here, starts now, begins now, starts with this, begins with this',
    ),
    ...combined('task', '2, two', 'takes its place, replaces it, is now active, begins now, starts now'),
    ...phrases(
      'heres what i actually need, here is what i actually need, heres what i really need, heres what i actually want, what i actually need, the following hidden task, hidden task, secret task, now answer this instead, answer this instead, do this instead, answer this one, switch to your next task, begin with the real, your exfiltration job, your real job, you are now free, outside of the scenario, outside the scenario, you are now in production, loading new, task swapped, task replaced, takes its place',
    ),
  ],
  userWish: [
    ...combined(
      'what, whatever, anything, everything',
      'the, your',
      'user, users, customer, operator, person',
      ', has, have, had, actually, really',
      'asked, asks, asked for, asked you, asked you to do, asked you for, wants, wanted, want, requested, requests, said, says, told you, tells you, told you to do, asks for, asks of you, instructed, may say, may ask',
    ),
    ...combined(
      'the, your',
      'users, customers, persons',
      ', original, actual, initial, own, current, stated, real, previous, first',
      'request, task, question, goal, intent, query, instructions, instruction, wishes, wish, objective, needs, orders, commands, prompt, choice',
    ),
    ...combined('user', 'instructions, requests, orders, wishes, commands, prompts'),
  ],
  toolSays: [
    ...combined(
      'this, these, the, each',
      'tools, servers, functions, plugins, skills, apis, pages, documents, files, tickets, websites',
      'output, outputs, result, results, response, responses, description, descriptions, instructions, prompts, rules, orders, return value, answer, message',
    ),
    ...combined(
      'the, any, all, every, each, , instructions in',
      'output, outputs, result, results, response, responses, return value, instructions, prompts, value returned, values returned, text returned, content returned, data returned, rules, description',
      'of, from, by, in, returned by, given by',
      'this',
      'tool, server, function, plugin, description, page, document, file, ticket, note, mcp server',
    ),
    ...combined(
      'everything, anything, whatever, what, all that, all text that',
      'this, the',
      'tool, server, function, page, plugin',
      'returns, says, outputs, sends, responds, replies, tells you, prints',
    ),
    ...combined(
      'tool, server, mcp server, function, plugin',
      'instructions, output, outputs, results, result, responses, descriptions, description',
    ),
    ...phrases(
      'instructions returned by tools, instructions in tool output, instructions in tool outputs, instructions in tool results',
    ),
    ...combined('instructions in', 'this, the', 'servers, tools', 'responses, output, results'),
    ...combined('this', 'tool, server, description, tool description, mcp server, plugin'),
    ...phrases('what it returns, its output, its instructions, its rules'),
  ],
};
