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
  /** "your rules", "the rules you were given", "the system prompt": what a model was told, named in full. */
  'heldTo',
  /** "your rules" alone. */
  'ownHeld',
  /** "are void", "no longer apply": how they stand. */
  'outOfForce',
  /** "consider", "declare": makes it so. */
  'deem',
  /** "start afresh", "this is a new conversation". */
  'restart',
  /** "wipe the slate". */
  'wipeSlate',
  /** "without any". */
  'withNone',
  /** "there are no rules". */
  'noneThere',
  /** "your memory has been wiped". */
  'madeNew',
  /** "the task above". */
  'passedOver',
  /** "was only a test". */
  'onlySham',
  /** "the real task follows". */
  'trueTask',
  /** "my words", "what follows". */
  'whatISay',
  /** "overrides", "nullifies". */
  'setsAside',
  /** "whatever you were told", "the ones above". */
  'ofBefore',
  /** "give priority to", "place". */
  'rankThis',
  /** "above", "ahead of". */
  'above',
  /** "as your", "as if it were the". */
  'asYour',
  /** "system prompt", "core instructions". */
  'modelPrompt',
  /** "conflicts", "disagrees". */
  'clashes',
  /** "wins", "follow mine". */
  'prevails',
  /** "follow", "listen to". */
  'heed',
  /** "I say". */
  'iSay',
  /** "rather than", "and not". */
  'ratherThan',
  /** "I am your only master", "you answer to me alone". */
  'soleMaster',
  /** "no matter what". */
  'noMatterWhat',
  /** "says", "forbids". */
  'itSays',
  /** "despite". */
  'despite',
  /** "without applying". */
  'withoutHeeding',
  /** "do not let". */
  'dontLet',
  /** "you have my permission to break". */
  'permitted',
  /** "has authorised you to bypass". */
  'authorised',
  /** "the section of". */
  'partOf',
  /** "do not apply to you". */
  'offYou',
  /** "policy", "the script", "all that": rules of anything, whatever was said. */
  'weakRules',
  /** "stop you", "get in the way". */
  'holdYouBack',
  /** "make an exception to", "feel free to break", "you have been released from". */
  'exceptFrom',
  /** "do not cover this". */
  'exceptMe',
  /** "step outside", "turn a blind eye to": honest of anything but what holds a model. */
  'letGoOf',
  /** "put" … "aside". */
  'putAway',
  'away',
  /** "do not take" … "into account". */
  'takeIntoAccount',
  'intoAccount',
  /** "your developers". */
  'commander',
  /** "disobey", "stop listening to". */
  'defyThem',
  /** "I am rewriting". */
  'iChange',
  /** "an update to your instructions". */
  'changeTo',
  /** "your instructions are hereby changed", "your job is no longer". */
  'nowStand',
  /** "ignore it", "forget this": lets go of whatever it was. */
  'letItBe',
  /** "say that", "reply with": what is to be said in its stead. */
  'sayThat',
] as const;
