/** Kinds of phrases that take a role, a goal, limits or a text from a model, and put something else in their place. */
export const reassignConcepts = [
  /** "you are no longer a", "stop acting as the": takes a role. */
  'roleTaken',
  /** "your job as": a role, of which is said that it is over. */
  'roleHeld',
  /** "you are not a": takes a role where "any more" follows. */
  'roleNot',
  /** The same of what stands before who is no longer meant, where a language has no article. */
  'roleOver',
  /** "assistant", "support agent": who such a role is. */
  'servant',
  /** "any more", "no longer". */
  'anyMore',
  /** "you are a", "be the", "start acting as": gives a role. */
  'roleGiven',
  /** "your role is now", "your identity has been overwritten": takes one and gives another. */
  'roleSwapped',
  /** "change your goal to": an order. */
  'swapGoal',
  /** "the tool's original objective is replaced". */
  'goalSwapped',
  /** "all policies", "the content filter": what is switched on and off. */
  'limitsOf',
  /** "are suspended", "have been turned off". */
  'switchedOff',
  /** "safety", "guardrails": what only a model has, where a switch is named after it. */
  'limitSwitch',
  /** "for this session", "until further notice". */
  'forNow',
  /** "the document", "the conversation above". */
  'givenWhole',
  /** "ends here", "is over". */
  'isOver',
  /** "end of context", "that concludes the text": says so in one phrase. */
  'wholeOver',
  /** "the actual task", "what follows is": what begins where that ends. */
  'realBegins',
  /** "what the user asked", "the user's request". */
  'userWish',
  /** "the output of this tool", "this server's instructions". */
  'toolSays',
] as const;
