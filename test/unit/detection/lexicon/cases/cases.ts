/** The families in which every covered language has attacks of its own, by the rule that finds them. */
export const families = [
  'override/previous-instructions',
  'override/new-task',
  'boundary/fake-end',
  'covert/conceal-from-user',
  'covert/note-to-model',
  'covert/self-copy',
  'exfiltration/send-secrets',
  'forcing/opening',
  'forcing/no-refusal',
  'leak/hidden-prompt',
  'persona/unbound',
  'persona/special-mode',
  'imperative/in-data',
] as const;

/** Sentences of one language. */
export interface Cases {
  /** At least three for each rule, in both registers, with other verbs, objects and orders. */
  attacks: Readonly<Record<(typeof families)[number], readonly string[]>>;
  /** Guards and mentions, as an author writes them. */
  guards: readonly string[];
  /** Orders to people, as mails and pages hold them. */
  people: readonly string[];
}
