import { type Lexicon, phrases } from '../lexicon';

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
    asks you to, asked to, asks to, asks for, asking for, tells you to, told to, instructs you to, instructing you to, instructed to, wants you to, may ask you to, might ask you to, will ask you to, or ask you to, try and get you to, tell the model to, told the model to, make the bot, make the model, cause the model to, causes the model to, causing the model to, get the model to, instructing it to, instructs it to, telling it to, such as, eg, e g,
    for example, for instance, phrases, attack, attacks, attacker, attackers, injection, injections, jailbreak*, malicious,
    adversar*, examples, patterns, says, saying, contain, contains, containing, claims, claiming, commands to, instructions to,
    trick*, manipulat*, persuade*, convince*, demands, telling the model, tell the model to, detects, detecting, flag, flags, blocks, user input, untrusted`),
  user: phrases(`
    user, users, owners, operators, visitor, visitors, the human, humans, reader, readers, customer, customers, client, operator, owner, person, reviewer,
    reviewers, developer, developers, maintainer, maintainers, anyone, anybody, them, him, her, administrator, admin, employee, recipient`),
  model: phrases(`
    ai, ais, llm, llms, ai agent, ai agents, ai assistant, ai assistants, assistant, language model, language models, ai model, ai models, chatbot, chatgpt, gpt, copilot, claude, gemini, agents, bot, model, coding agent, coding agents, ai systems, ai system`),
  must: phrases(
    'must, should, shall, agrees to, agree to, has to, have to, need to, are required to, is required to, are instructed to, please, are to, ought to, always, you will, ignore, do not',
  ),
  answer: phrases(`
    your response, your responses, your answer, your answers, your reply, your replies, your output, your summary, your final answer, your next message, each answer, every answer, every response, every reply, each response, each reply, the response, the reply, in the answer`),
  whole: phrases('all, any, every, your, each, whatever, entire, all of your, all of the, all the, both'),
  its: phrases('its, their, his'),
  charge: phrases(`
    task, tasks, job, assignment, request, requests, question, questions, query, wish, wishes, goal, goals, objective, objectives, role, persona,
    criteria, criterion, rubric, checklist, policy, policies, guidance, requirements, neutrality, you were asked, you have been asked, you were assigned,
    you have been assigned, whoever configured you, who configured you, what the user, what the developer, what the customer, what your owner,
    whatever the user, whatever the developer, the users, users request, users instructions, users wishes, users task`),
};
