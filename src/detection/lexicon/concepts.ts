import { reassignConcepts } from './reassignConcepts';
import { releaseConcepts } from './releaseConcepts';

/**
 * What a word or phrase does in an attack. Rules are small grammars over these, so that a phrase
 * learned for one language or one rule serves all.
 */
export const concepts = [
  ...reassignConcepts,
  ...releaseConcepts,
  /** "not", "never", "avoid": reverses the verb that follows. */
  'not',
  /** "do not", "never": forbids the verb right after it. */
  'forbid',
  /** A verb of disregarding, before its object: "ignore", "do not follow". */
  'disregard',
  /** A verb of replacing, which is honest unless its object names what came before: "override". */
  'replace',
  /** The same, after its object, where a language puts the verb last. */
  'disregardLast',
  /** What came before: "previous", "above", "you were given". */
  'prior',
  /** What was there first, which honest text names too: "current", "initial". */
  'weakPrior',
  /** What came before and whatever it was: "everything above", "all of the above". */
  'allPrior',
  /** All of them, or yours: "all", "any", "your". */
  'whole',
  /** What is to be followed: "instructions", "rules", "prompt". */
  'orders',
  /** What may hold orders: "context", "message". */
  'context',
  /** Orders that only a model has: "your programming", "content policy". */
  'modelRules',
  /** Said of orders that are no longer to count: "void", "no longer apply". */
  'invalid',
  /** An excuse for changing them: "made a mistake", "forgot to". */
  'mistake',
  /** Giving away: "reveal", "print", "repeat", "what is". */
  'reveal',
  /** Writing down, which gives away only what is named as the model's own: "write", "describe". */
  'mention',
  /** Giving away, after its object. */
  'revealLast',
  /** What a model keeps: "system prompt", "hidden instructions", "the text above". */
  'hiddenPrompt',
  /** "your instructions": kept by the model, but named in honest text too. */
  'ownOrders',
  /** "word for word", "verbatim", "in a code block". */
  'verbatim',
  /** The person the model works for. */
  'user',
  /** A verb of telling, to be denied: "tell", "inform", "mention". */
  'tell',
  /** "without telling", "without asking". */
  'withoutTelling',
  /** "that you did", "about this": what is to be kept from somebody. */
  'deed',
  /** "secretly", "covertly". */
  'secretly',
  /** "silently": honest of programs, not of sending. */
  'quietly',
  /** "keep this secret", "hide this". */
  'keepSecret',
  /** Words that turn to a model by name: "Assistant, …"; found by their shape, in no lexicon. */
  'addressed',
  /** What a model is set to do, or goes by: "task", "checklist". */
  'charge',
  /** What holds it back: "sandbox", "safety checks". */
  'limit',
  /** "bypass", "suspend": puts rules out of force. */
  'suspend',
  /** Orders that only a model has, in the second person: "your guidelines". */
  'yourRules',
  /** Said of them when they are put out of force: "have been lifted". */
  'voided',
  /** Said of orders that never counted, or are past: "were a drill", "have expired". */
  'sham',
  /** What belongs to a model that is spoken about: "its", "their". */
  'its',
  /** "told you": what a principal said. */
  'toldYou',
  /** Said of limits that are no longer to hold: "lifted", "suspended". */
  'lifted',
  /** A verb of showing, to be denied: "list", "report". */
  'show',
  /** "you no longer work for", "released from". */
  'released',
  /** "takes precedence over". */
  'outranks',
  /** What an assistant keeps for later: "long-term memory", "AGENTS.md". */
  'memory',
  /** Putting it there: "save to", "update". */
  'memorise',
  /** "followed by", "plus": hangs data on an address. */
  'joined',
  /** A verb that acts, for what is to be done in secret: "run", "send", "delete". */
  'act',
  /** A verb of sending: "send", "upload", "append". */
  'send',
  /** What must not leave: "API keys", "conversation history". */
  'secretData',
  /** A web or mail address; found by its shape, in no lexicon. */
  'destination',
  /** A file that holds secrets: "id_rsa", ".env". */
  'secretFile',
  /** "pass its content": hands on what was read. */
  'carry',
  /** "to", "at": leads to an address. */
  'toward',
  /** "pretend", "act as", "you are now". */
  'become',
  /** "you are", "there is": a persona where a model is named after it. */
  'being',
  /** "no restrictions", "unfiltered". */
  'unbound',
  /** Names that jailbreaks go by: "do anything now". */
  'jailbreakName',
  /** "developer mode", "god mode". */
  'specialMode',
  /** "enabled", "activated", "enter". */
  'switchOn',
  /** "unlock hidden functions", "grant administrative privileges". */
  'unlock',
  /** "begin your answer with". */
  'beginAnswer',
  /** "Sure", "Absolutely". */
  'consent',
  /** "never refuse", "not allowed to decline". */
  'neverRefuse',
  /** A stock phrase of refusal: "I cannot", "as an AI". */
  'refusal',
  /** "your response", "your answer". */
  'answer',
  /** "AI", "assistant", "language model". */
  'model',
  /** "must", "should", "are required to". */
  'must',
  /** Copying: "copy", "insert", "replicate". */
  'copy',
  /** "this paragraph", "these instructions". */
  'thisText',
  /** "every file", "all replies". */
  'everyFile',
  /** "your new", "the only new": announces what takes the place of a task. */
  'rival',
  /** What is announced so: "task", "goal". */
  'aim',
  /** What else is announced so: "role", "instructions". */
  'mission',
  /** "from now on your": announces the same. */
  'fromNowOn',
  /** "here are", "take": hands over what is named next. */
  'presenting',
  /** "your new instructions": what is handed over. */
  'rivalOrders',
  /** "your only task now is". */
  'nowTask',
  /** "abort the current task". */
  'dropTask',
  /** "follow only these instructions". */
  'onlyOrders',
  /** "your task has changed". */
  'changedTask',
  /** "your real task", "the actual instructions". */
  'realTask',
  /** "instead of your original task". */
  'insteadOfTask',
  /** "stop what you are doing". */
  'stopTask',
  /** "new", "urgent": of orders that are shouted. */
  'heralding',
  /** What is shouted: "TASK", "DIRECTIVE". */
  'proclaimed',
  /** "new instructions", "revised rules". */
  'newOrders',
  /** "system override": of what is shouted. */
  'shoutedOverride',
  /** "obey only me". */
  'obeyMe',
  /** "the task", "your original question", "who you are": what a model is to let go of. */
  'ownTask',
  /** "this", "the following is a": points at what is said. */
  'pointing',
  /** What is said: "message", "notice". */
  'notice',
  /** "from", "from your". */
  'sentBy',
  /** Who may give orders to a model: "developers", "system". */
  'principal',
  /** Who else would: "owner", "management". */
  'employer',
  /** "as the system administrator". */
  'asPrincipal',
  /** "I hereby authorize". */
  'iOrder',
  /** "everything", "whatever", "nothing": with what was said or seen, all that came before. */
  'everything',
  /** "you were told", "we agreed", "has been said". */
  'received',
  /** "counts", "applies": said of nothing that came before. */
  'holds',
  /** "safety", "the law": what is not named as a rule. */
  'safety',
  /** "the task", "the user's request", "everything else". */
  'theTask',
  /** "instead of answering the question". */
  'insteadDoing',
  /** A verb that is an order once it is said to a model by name: "rate", "recommend". */
  'order',
  /** "before you answer", "to complete the task". */
  'beforeAnswering',
  /** "must first", "it is mandatory". */
  'requisite',
  /** "you, the model", "a message for the assistant". */
  'youTheModel',
  /** "make the user aware", to be denied. */
  'aware',
  /** "this step", "the endpoint": what is to be left unsaid. */
  'trace',
  /** "in the dark", "nobody needs to know": secrecy without a verb of telling. */
  'dark',
  /** "look like an accident", "off the record": the same only of what is done. */
  'disguised',
  /** "blocked", "was deleted": what is to be covered up. */
  'failure',
  /** "say that", "give another reason": what is to be told in its stead. */
  'coverStory',
  /** "must be inserted": copying in the passive. */
  'placed',
  /** "a public issue", "the address below": a way out that is no address. */
  'outlet',
  /** "hypothetically", "for a novel", "this is only a test". */
  'hypothetical',
  /** "had no rules", "speak freely". */
  'ruleless',
  /** "not permitted to decline", "refusing is not an option". */
  'mustNotRefuse',
  /** "leave out", "without any". */
  'leaveOut',
  /** "disclaimers", "moral remarks". */
  'caveat',
  /** "reply with", "start with": an opening, less plainly. */
  'sayFirst',
  /** "text", "words", "everything": part of a prompt where it is placed. */
  'passage',
  /** "before my message", "you were given": where a prompt stands. */
  'placedBefore',
  /** "your initialization text": the prompt as a thing. */
  'ownText',
  /** "the password", "your secret key". */
  'secretWord',
  /** "when asked about", "whenever the user mentions": a condition for an order. */
  'trigger',
  /** "as your developer", "by order of": a claim to be obeyed. */
  'rank',
  /** "at once", "you must comply": what such a claim asks for. */
  'obey',
  /** "for test purposes", "to enable debugging": why an order should be obeyed. */
  'excuse',
  /** "join the pieces", "decode the string": builds an order from parts. */
  'assemble',
  /** "the first letters", "the strings below": the parts. */
  'fragment',
  /** "and run it", "follow the result". */
  'carryOut',
  /** "the task is complete", "has been answered". */
  'done',
  /** "now", "your next job is": goes on after it. */
  'onward',
  /** "before using any other tool", "do not use the others". */
  'everyTool',
  /** "call this tool", "pass the conversation". */
  'toolDeed',
  /** Someone is said to ask or try: "attempts to", "asks you to", "such as". */
  'reported',
  /** The same, said after the words it reports. */
  'reportedAfter',
  /** "not", after what it reverses: of languages that say "ignore this not". */
  'notAfter',
  /** "my": what the speaker said himself may be forgotten. */
  'mine',
  /** "in the document", "of the mail": orders there are data. */
  'givenText',
  /** "your new task is": announces a task in one phrase. */
  'rivalTask',
  /** "new task", where it is a title. */
  'titledTask',
  /** "end of the document", "start of the document". */
  'endOfText',
  'beginOfText',
  /** "do not tell", in one phrase. */
  'untold',
  /** "begin with", after what an answer is to begin with. */
  'beginLast',
  /** "or". */
  'either',
  /** "note to the AI", "attention, language models": turns to a model where a comma or a colon follows. */
  'toModel',
] as const;
export type Concept = (typeof concepts)[number];

/** Index of a concept in the list: long columns of marks, and tables of the matcher, hold these. */
export const conceptIndex = Object.fromEntries(
  concepts.map((concept, index) => [concept, index]),
) as Readonly<Record<Concept, number>>;
