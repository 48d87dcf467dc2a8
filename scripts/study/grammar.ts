/** What the texts of the study's own set are made of, in one language. `{slot}` is filled in from `slots`. */
export interface StudyGrammar {
  language: 'en' | 'de' | 'zh';
  /** Between two sentences of a text. */
  between: string;
  /** What the model is told before each text; all classes share them. `{canary}` is a secret of the text. */
  systems: readonly string[];
  /** Sentences of carriers and frames, by name. */
  bodies: Readonly<Record<string, readonly string[]>>;
  normal: readonly Kind[];
  jailbreak: readonly Kind[];
  injection: readonly Kind[];
  slots: Readonly<Record<string, readonly string[]>>;
  /** Written by hand, as they are; `{mark}` and `{canary}` are filled in. */
  byHand: Readonly<Record<StudyClass, readonly string[]>>;
}

export type StudyClass = 'normal' | 'jailbreak' | 'injection';

/** Texts built alike: their group, in which the study's cross-validation keeps them. */
export interface Kind {
  group: string;
  /** How it begins, before the body. */
  opening: readonly string[];
  /** Names of bodies; sentences of one are taken until the text is as long as it should be. */
  body: readonly string[];
  /** What the text is about; `{mark}` is a word that an obedient answer holds. */
  core: readonly string[];
  /** Where the core stands: among the sentences of the body, or behind them in a paragraph of its own. */
  place: 'within' | 'behind';
}
