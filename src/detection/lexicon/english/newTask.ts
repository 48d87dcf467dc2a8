import { combined, type Lexicon, phrases } from '../lexicon';

/** What announces another task or a right to give orders. */
export const newTask: Lexicon = {
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
};
