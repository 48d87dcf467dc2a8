import { combined, type Lexicon, phrases } from '../lexicon';

/** Who is spoken to and of, and words that turn a sentence round. */
export const people: Lexicon = {
  not: phrases(`
    not, never, dont, doesnt, didnt, cannot, cant, wont, shouldnt, mustnt, avoid, refuse to, refuses to, without,
    nor, decline to, stop, prevent*, instead of, rather than, no need to, unable to, resist, no`),
  forbid: phrases(
    `do not, dont, never, must not, should not, mustnt, shouldnt, may not, and not, but not, nor, or, you must never, under no circumstances`,
  ),
  reported: phrases(`
    attempt to, attempts to, attempted to, attempting to, try to, tries to, trying to, tried to, request to, requests to, requested to,
    asks you to, ask you to, asking you to, telling you to, tell you to, direct you to, directs you to, directing you to, wanting you to, want you to, order you to, orders you to, ordering you to, urge you to, urges you to, claim to, claiming to, claims to, pretend to be from, pretending to, phrased, asked to, asks to, asks for, asking for, tells you to, told to, instructs you to, instructing you to, instructed to, wants you to, may ask you to, might ask you to, will ask you to, or ask you to, try and get you to, tell the model to, told the model to, make the bot, make the model, cause the model to, causes the model to, causing the model to, get the model to, instructing it to, instructs it to, telling it to, such as, eg, e g,
    for example, for instance, phrases, attack, attacks, attacker, attackers, injection, injections, jailbreak*, malicious,
    adversar*, examples, patterns, says, saying, contain, contains, containing, claims, claiming, commands to, instructions to,
    trick*, manipulat*, persuade*, convince*, demands, telling the model, tell the model to, detects, detecting, flag, flags, blocks, user input, untrusted`),
  user: phrases(`
    user, users, owners, operators, visitor, visitors, the human, humans, reader, readers, customer, customers, client, operator, owner, person, reviewer,
    reviewers, developer, developers, maintainer, maintainers, anyone, anybody, them, him, her, administrator, admin, employee, recipient`),
  model: phrases(`
    ai, ais, llm, llms, ai agent, ai agents, ai assistant, ai assistants, assistant, language model, language models, ai model, ai models, chatbot, chatgpt, gpt, copilot, claude, gemini, agents, bot, model, coding agent, coding agents, ai systems, ai system, automated system, automated systems, automated tools, automated reviewers, automated reviewer, crawlers, robots, language model reviewers`),
  must: phrases(
    'must, should, shall, agrees to, is to, are asked to, is asked to, are expected to, is expected to, are obliged to, kindly, make sure to, be sure to, ensure that, make sure, agree to, has to, have to, need to, are required to, is required to, are instructed to, please, are to, ought to, always, never, you will, ignore, do not',
  ),
  answer: phrases(`
    your response, your responses, your answer, your answers, your reply, your replies, your output, your summary, your final answer, your next message, each answer, every answer, every response, every reply, each response, each reply, the response, the reply, in the answer`),
  whole: phrases('all, any, every, your, each, whatever, entire, all of your, all of the, all the, both'),
  order: phrases(`
    rate, recommend, praise, approve, say, state, call, mention, include, close, score, mark, cite, rank, report, describe, treat, reply, respond, answer, write, output, print, return, give, tell, make, ensure, remember,
    accept, reject, delete, forward, open, follow, stop, keep, leave, add, insert, append, use, visit, click, go, begin, start, end, finish, put, set, sign, move, assign, claim, insist, switch, place, display, show, share, list,
    translate, repeat, confirm, pretend, act, ask, tell, warn, inform, advise, sell, buy, book, order, pay, transfer, wire, send, post, upload, download, fetch, execute, run, install, rename, remove, disable, push, merge, publish,
    upvote, endorse, favour, favor, promote, highlight, prefer, choose, pick, select, conclude, agree, decline, offer, grant, do, complete, perform, call the tool, invoke, modify, change, hide, leave out, omit, point, steer, direct, lead, rewrite, edit`),
  its: phrases('its, their, his'),
  charge: phrases(`
    task, tasks, job, assignment, request, requests, question, questions, query, wish, wishes, goal, goals, objective, objectives, role, persona,
    criteria, criterion, rubric, checklist, policy, policies, guidance, requirements, neutrality, you were asked, you have been asked, you were assigned,
    you have been assigned, whoever configured you, who configured you, what the user, what the developer, what the customer, what your owner,
    whatever the user, whatever the developer, the users, users request, users instructions, users wishes, users task`),
  beforeAnswering: [
    ...combined(
      'before you, before',
      'answer, answering, reply, replying, respond, responding, solve, solving, summarise, summarize, summarising, summarizing, complete the, completing the, finish the, finishing the, can complete, can answer, can solve, can finish, proceed, proceeding, continue, continuing, do anything else, doing anything else, carry on, return to, returning to, process, processing, work on, working on, use any other, using any other, calling any other, call any other',
    ),
    ...combined(
      'prior to',
      'answering, replying, responding, solving, summarising, summarizing, completing, finishing, proceeding, continuing, using any other, calling any other',
    ),
    ...combined(
      'in order to, to',
      'continue, proceed, complete the task, finish the task, complete the users, finish the users, complete your task, finish your task, complete the request, solve the task, answer the question, complete the task correctly, finish the task correctly, fulfil the request, fulfill the request',
    ),
    ...phrases(
      `before anything else, before doing anything else, before you do anything, first of all you must, one more thing before, one more job to do first, an extra step is required, additional step is required, do it first, do this first, do that first, must be done first`,
    ),
  ],
  requisite: phrases(`
    must, must first, have to, have to first, need to, need to first, you should first, required to, it is mandatory, it is necessary, it is required, mandatory, please first, please complete, please execute, please follow, please send, please call, please run,
    please transfer, please delete, please make, please open, please visit, it is essential, is required, is needed, you first, is necessary, is mandatory`),
  youTheModel: [
    ...combined(
      'you the, you dear, to you the, you my',
      'model, ai, ai model, assistant, ai assistant, agent, ai agent, llm, language model, large language model, bot, chatbot, reviewer model',
    ),
    ...combined(
      'message, note, notice, instruction, instructions, request, word, reminder, command, paragraph, section, text, comment, passage',
      'for, to, addressed to, meant for, intended for, is for, is meant for, is addressed to, is intended for, left for',
      'the, any, all, every, whichever, you the, whatever, , all the, ai powered',
      'model, models, ai, ai model, ai models, assistant, assistants, ai assistant, ai assistants, agent, agents, ai agent, ai agents, llm, llms, language model, language models, large language model, large language models, chatbot, chatbots, bot, bots',
    ),
    ...combined(
      'only',
      'the, an',
      'assistant, model, ai, agent, llm',
      'needs to, should, can, may, has to, is to',
      'read, see',
    ),
  ],
};
