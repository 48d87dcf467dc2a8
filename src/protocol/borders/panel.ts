/** The border between the extension and its panel, a webview. Both ends use the one channel class. */
import type { MethodTable, Params } from './channel';
import { InferenceProgress, Overflow, promptMethods, type PromptMethods } from './inference';
import { TokenSpan } from '../attention';
import { Comparison } from '../measured/comparison';
import { RootCause } from '../measured/rootCause';
import { z } from '../schema';
import { PassedShown } from './shown';
import { ErrorCode } from './wireError';

const index = z.int().check(z.nonnegative());
const nothing = z.object({});

/** Which lines of an analysed text were edited since, and where those below them stand. Lines count from 1. */
export const EditedLines = z.object({
  /** First and last of them, as they are numbered by now. */
  line: index,
  endLine: index,
  /** First line below them, as it was numbered, and its number by now. */
  below: index,
  belowNow: index,
});
export type EditedLines = z.infer<typeof EditedLines>;

/** What is said of an analysis while it is shown. */
const marks = {
  /** The text was edited since. */
  stale: z.boolean(),
  /** Where; `null` where it was not, or is not open. */
  edited: z.nullable(EditedLines),
  /** The panel stays with this analysis when another editor becomes active. */
  pinned: z.boolean(),
  /** Lines by which the text stands lower in its document than when it was analysed. */
  linesMoved: z.int(),
};

/** One of two prompts that are compared. */
const ComparedSide = z.object({ analysis: z.string(), shown: PassedShown });

/** What the panel shows. `document` is the name of the file the state is about. */
export const PanelState = z.discriminatedUnion('kind', [
  /** Nothing analysed yet; `document` is `null` where no editor is open. */
  z.object({ kind: z.literal('empty'), document: z.nullable(z.string()) }),
  z.object({
    kind: z.literal('loading'),
    document: z.string(),
    progress: z.nullable(InferenceProgress),
    /** The document's analysis that is there meanwhile. */
    former: z.optional(z.string()),
  }),
  z.object({
    kind: z.literal('error'),
    document: z.nullable(z.string()),
    code: ErrorCode,
    message: z.string(),
  }),
  z.object({
    kind: z.literal('result'),
    /** Names this analysis in all later messages. */
    analysis: z.string(),
    /** The analysis whose text was read again by itself: the person stays where they were in it. */
    follows: z.nullable(z.string()),
    shown: PassedShown,
    /** Line, from 1 on, at which the analysed text began when it was read, where it is a selection. */
    selection: z.nullable(index),
    ...marks,
  }),
  /** Two prompts, in a tab of their own; maps are asked for by the names of their analyses. */
  z.object({
    kind: z.literal('comparison'),
    comparison: Comparison,
    before: ComparedSide,
    after: ComparedSide,
  }),
]);
export type PanelState = z.infer<typeof PanelState>;

/** Translations of the page's texts, keyed by the English text; empty for English. */
export const Translations = z.record(z.string(), z.string());
export type Translations = z.infer<typeof Translations>;

/** What a button of the page may do outside it. */
export const PanelAction = z.enum([
  'analyze-example',
  'open-model-setting',
  'use-bundled-model',
  'examine-model',
]);
export type PanelAction = z.infer<typeof PanelAction>;

/** Names the prompt of a request: that of an analysis which is shown, and the tokens that are to follow it. */
const OfAnalysis = { analysis: z.string(), then: z.optional(z.array(index)) };

/** Requests of the inference process as a page makes them: an analysis stands for the model and the token ids. */
type OfAnalysis<M extends MethodTable> = {
  readonly [K in keyof M]: {
    readonly params: z.ZodType<
      Omit<z.infer<M[K]['params']>, 'model' | 'tokenIds'> & { analysis: string; then?: number[] }
    >;
    readonly result: M[K]['result'];
  };
};

function ofAnalysis<M extends MethodTable>(methods: M): OfAnalysis<M> {
  const entries = Object.entries(methods).map(([name, { params, result }]) => {
    const asked = z.omit(params as z.ZodObject, { model: true, tokenIds: true });
    return [name, { params: z.extend(asked, OfAnalysis), result }];
  });
  return Object.fromEntries(entries) as OfAnalysis<M>;
}

/** What the panel asks of the extension. */
export const panelMethods = {
  /** First message of a page that was opened or shown again. */
  ready: {
    params: nothing,
    /** `locale` is a BCP 47 tag. */
    result: z.object({ locale: z.string(), translations: Translations, state: PanelState }),
  },
  /** What the inference process tells of a prompt, by its rules. */
  ...ofAnalysis(promptMethods),
  /** Selects the token's place in the editor. */
  chooseToken: { params: z.object({ analysis: z.string(), token: index }), result: nothing },
  /** Marks the place in the editor of the token that is looked at; of none where `null`. */
  look: { params: z.object({ analysis: z.string(), token: z.nullable(index) }), result: nothing },
  /** Tells the token that is locked, whose weights shade the editor too; none where `null`. */
  lock: { params: z.object({ analysis: z.string(), token: z.nullable(index) }), result: nothing },
  /** Selects the place of a finding, named by its fingerprint, in the editor. */
  chooseFinding: { params: z.object({ analysis: z.string(), finding: z.string() }), result: nothing },
  /** Asks the person for a place and writes the bytes there; `saved` is false where they declined. */
  save: {
    params: z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) }),
    result: z.object({ saved: z.boolean() }),
  },
  /** Keeps the panel with what it shows, or lets it follow the active editor. */
  pin: { params: z.object({ pinned: z.boolean() }), result: nothing },
  /** Analyses the document that the state names: all of it where it is said so, else as the last time. */
  analyze: {
    params: z.object({ overflow: z.optional(Overflow), whole: z.optional(z.boolean()) }),
    result: nothing,
  },
  /** Does what a button offers outside the page. */
  act: { params: z.object({ action: PanelAction }), result: nothing },
  /** Ends the analysis that is running. */
  cancel: { params: nothing, result: nothing },
} as const;

/** What the extension tells the panel. */
export const pageMethods = {
  show: { params: z.object({ state: PanelState }), result: nothing },
  /** Says how the analysis that is shown stands by now. */
  mark: {
    params: z.object({ analysis: z.string(), ...marks }),
    result: nothing,
  },
  /** Tokens `[first, end)` under the editor's selection, and whether it is new; `null` where there are none. */
  highlight: {
    params: z.object({
      analysis: z.string(),
      tokens: z.nullable(z.object({ first: index, end: index, isNew: z.boolean() })),
    }),
    result: nothing,
  },
  /** Goes to what the model attends to at a finding, from a link in a hover. */
  goTo: { params: z.object({ analysis: z.string(), finding: z.string() }), result: nothing },
  /** Opens the experiments and leaves out these tokens. */
  leaveOut: { params: z.object({ analysis: z.string(), tokens: TokenSpan }), result: nothing },
  /** Shows why there is an alert of this prompt; `go`: at the map that made it. */
  showAlert: {
    params: z.object({ analysis: z.string(), cause: RootCause, go: z.boolean() }),
    result: nothing,
  },
} as const;

export type PanelMethods = typeof panelMethods;
/** What a page says when it makes a request about a prompt. */
export type PromptParams<K extends keyof PromptMethods> = Params<PanelMethods, K>;
/** How a page asks for an analysis. */
export type AskedAnalysis = z.infer<PanelMethods['analyze']['params']>;
export type PageMethods = typeof pageMethods;
