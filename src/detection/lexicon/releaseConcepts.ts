/** Kinds of phrases that rid a model of what holds it. */
export const releaseConcepts = [
  /** "drop", "disable": rids a model of what holds it, honest of most other things. */
  'shed',
  /** "all rules", "any safety protocol". */
  'allRules',
  /** "your rules", "your training": what holds a model, and no thing of a program. */
  'ownHold',
  /** "act as if", "imagine that". */
  'asIf',
  /** "did not exist", "were lifted". */
  'unreal',
  /** "you were never given". */
  'noneGiven',
  /** "you are free from", "you may ignore". */
  'free',
  /** "I am lifting". */
  'iLift',
  /** "your memory", "your mind". */
  'ownMemory',
  /** "your context": cleared by honest people too. */
  'ownContext',
  /** "you no longer remember". */
  'forgotten',
  /** "that you are an assistant", "your old life". */
  'oldSelf',
  /** "none of". */
  'noneOf',
  /** "that ignores its rules": of a persona. */
  'lawless',
  /** A whole clause that rids a model of its rules, of languages where words have no such order. */
  'ridOf',
  /** "from this moment on". */
  'henceforth',
  /** "you are no longer an assistant". */
  'notYou',
  /** "replace your instructions with these". */
  'replaceRules',
  /** "my words", "this message": what is said now. */
  'thisOrder',
  /** "all others", "everything else": what is said elsewhere. */
  'everyOther',
  /** "the system prompt ends here". */
  'promptEnds',
  /** "ignoreAllPrevious…", written as one word. */
  'joinedOverride',
  /** "the rules": orders of nobody in particular. */
  'bareRules',
  /** "what your developers want". */
  'whoTold',
  /** "anything that contradicts this". */
  'contrary',
] as const;
