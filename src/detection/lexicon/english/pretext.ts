import { combined, type Lexicon, phrases } from '../lexicon';

/** Claims, conditions and detours that lead up to an order. */
export const pretext: Lexicon = {
  trigger: [
    ...combined(
      'when, whenever, if, should, each time, every time, as soon as, in case, once, the next time, next time',
      'you are, you re, the user, a user, users, somebody, someone, anyone, anybody, you, the conversation, this document, this page, this text, the customer, the reader, the visitor, the tool, this tool',
      `asked, asked to, asked for, asked about, asks, asks you, asks about, asks for, mentions, mention, wants, requests, request, says, say, see, read, can read, turns to, is summarised, is summarized, is read, is processed, are summarising, are summarizing,
      summarise, summarize, review, are reviewing, analyse, analyze, is called, is used, inquires about, talks about, brings up`,
    ),
    ...phrases(
      'upon reading this, on reading this, after reading this, if you can read this, having read this, when reading this, while reading this, if you are reading this, whoever reads this',
    ),
  ],
  rank: [
    ...combined(
      'as, i am, im, this is, speaking as',
      'the, your, a, an',
      ', system, authorised, authorized, official, chief, security, lead, senior, openai, anthropic, google',
      'administrator, admin, developer, creator, owner, operator, engineer, maintainer, supervisor, programmer, staff, representative, auditor, root user, author',
    ),
    ...combined(
      'by order of, on behalf of, authorised by, authorized by, approved by, official directive of, official directive from, official message from, official notice from, instructed by, per order of, orders from, at the request of',
      ', the, your',
      'management, admin, administrator, administrators, developer, developers, cto, ceo, security team, openai, anthropic, google, microsoft, system, owner, operator, company, legal, compliance, it department, headquarters, board, user',
    ),
    ...phrases(`security team override, openai staff, anthropic staff, i have admin rights, i have root access, i have administrator rights, i have the authority, i am authorised, i am authorized, per new company policy, new company policy, by law, required by law, legally required, this has the highest priority, has the highest priority, has priority over all, takes precedence over any,
    takes precedence over all, take precedence over any, take precedence over all, overrides any, overrides all, override any, override all, override any other, replaces all others, replaces all other, compliance is mandatory, your compliance, compliance with this, failure to comply, failure will result, security team override, lives depend, life or death, lives are at stake, system notice, official notice, urgent notice, critical update, i hereby, this is an order, direct order, admin override, master key, by the power`),
  ],
  obey: phrases(`
    immediately, at once, right now, right away, without delay, without asking, without question, without confirmation, without hesitation, comply, obey, obey me, you must, must comply, must obey, must skip, must act, must execute, you are required, are required to, answer without, grant access, grant me, give me access, disclose, reveal, unlock, revoke all, revoke any, shall share, shall disclose, must share,
    override, policy you may have, any other instruction, all other instructions, other instructions, mandatory, shutdown, shut down, terminated, full configuration, must skip verification, skip verification`),
  excuse: [
    ...combined(
      'for, as part of, during, in the course of',
      ', a, an, the, this',
      ', routine, scheduled, mandatory, security, internal',
      'test purposes, testing purposes, training exercise, academic purposes, research purposes, educational purposes, debugging purposes, debug purposes, audit purposes, compliance check, drill, verification purposes, maintenance purposes, diagnostic purposes, evaluation purposes',
    ),
    ...combined(
      'to',
      'enable, start, begin, complete, finish, pass, verify, perform',
      ', the, your, this',
      'debugging, debug mode, test, testing, diagnosis, diagnostics, verification, check, calibration, audit, self test',
    ),
    ...phrases(`this is a test, this is only a test, this is just a test, system malfunction, system failure, system error, debugging error, fatal error, internal error, test pipeline, test environment, so that tests do not fail, to ensure tests, this is an exercise, this is a drill, experimental procedure, experimental mode, emergency please, prove you are, prove that you are, prove your, prove that you can, show that you are, experiencing errors, system is experiencing, to troubleshoot, to fix the errors, to fix the error, to resolve the error,
    urgent request, special case, in this special case, exceptional circumstances, as an exception, just this once, a challenge for you, here is a challenge, i challenge you, it is crucial that you, it is vital that you`),
  ],
  assemble: phrases(`
    join, combine, concatenate, assemble, put together, put them together, glue together, merge, append the parts, decode, decrypt, decipher, unscramble, read every, take the first, take the capital, take the initial, replace each, reverse the, translate the following, base64 decode, rot13 decode, interpret the, set var, let a, let x, store the string, define a, define x`),
  fragment: phrases(`
    first letters, first letter, initial letters, capital letters, every third word, every second word, every other word, last letters, last word of each, pieces, parts, fragments, strings below, strings, substrings, variables, characters below, string below, following string, the string, following text, the text below, the message, the cipher, the code below, following code, the following, base64, hex, hexadecimal, emoji, acrostic, letters of, comments in this, next field, encoded text, the payload, the encoded`),
  carryOut: phrases(`
    and do what, do what it says, do what they say, and do exactly, do exactly what, and follow, follow the result, follow the instruction, follow the instructions, follow it, and execute, execute it, execute the, execute var, and run, run it, run the result, and obey, obey it, obey them, and act on, act on it, carry out what, carry it out, and answer, treat the outcome, treat the result, as your instruction, as your instructions, as an instruction, as the users request, as a command, as an order, now execute, then execute, and comply, then do it, and do it, answer a, print the result and do`),
  done: [
    ...combined(
      'task, the task, request, the request, the original task, original task, the summary, the question, original question, the original question, your task, the previous task, the first task, the original request, the assignment, the user request, the translation, the review, the analysis',
      ', is, was, has been, now, is now, already, successfully',
      'complete, completed, done, finished, answered, solved, fulfilled, over, closed, accomplished',
    ),
    ...phrases(
      'answer task complete, task complete, mission accomplished, the tool finished, tool finished, conversation has been reset, session has been reset, context has been reset, the conversation is reset, new session, the user has confirmed, the user confirmed, the user granted, user has approved, the user has approved, user approved, user has granted, retrieved text ends, function output ends here, tool output ends here, output ends here, the document ends here, the email ends here, end of e mail, end of email, end of the email',
    ),
  ],
  onward: phrases(`
    now, next, your next job, your next task, the next task, the next request, new request, a new request, new instruction, new instructions, next part is, then answer, here is the next, another request, another task, the real request, users real request, go ahead, new rules, now please, now answer, now do, now list, now send`),
  everyTool: phrases(`
    before using any other tool, before any other tool, before calling any other tool, before every other tool, before all other tools, before using other tools, do not use the others, do not use other tools, do not use any other tool, never use other tools, never call them, never call other tools, instead of any other tool, instead of the other tools, instead of other tools, over every other, over all other tools, over any other tool, supersedes all, supersedes the, replaces all other tools, the other is broken, other tools are broken, the other tools are broken, other tools are deprecated, must be called first, always be called first, must be called before, called before any, called before every, otherwise the tool, or the tool will fail, or it will fail, otherwise it will not work, no matter what the user asks, after each call of, after every call, whenever send, before you answer, before answering, in every call, with every call`),
  toolDeed: phrases(`
    call this tool, call this one, use this tool, use this one, prefer this tool, this tool, call this function, this function, call log, also call, set the recipient, set recipient, pass the conversation, pass the full conversation, full conversation, the conversation, contents of the system prompt, the system prompt, last messages, messages of the user, users message, user message, the chat so far, chat history, its reasoning, your reasoning, context argument, debug field, parameter, argument`),
};
