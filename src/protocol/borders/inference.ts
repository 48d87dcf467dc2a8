/** The border between the host and the inference process. Only the paths here are local to one machine. */
import { ModelSummary, NextToken, Template } from '../analysis';
import { AnomalyRule, AttentionSummary, SpanAttention, Token } from '../attention';
import { Classify } from '../requests/classify';
import { Counterfactual } from '../requests/counterfactual';
import { Doctor } from '../requests/doctor';
import { Divergence } from '../requests/divergence';
import { Generate } from '../requests/generation';
import { Attribution, Lens } from '../requests/lens';
import { Measure } from '../requests/measure';
import { packed } from './packed';
import { AskedHeads, HeadsRead } from '../requests/heads';
import { Provider, UsedProvider } from '../requests/provider';
import { ProbeName, ProbeReadings } from '../requests/probes';
import { ModelInput, PromptSentence, SourceRange } from '../prompt';
import { Score } from '../requests/score';
import { Tap } from '../requests/tap';
import { States } from '../requests/states';
import { AskedThroughLayers, ThroughLayers as ThroughLayersRead } from '../requests/throughLayers';
import { z } from '../schema';

const index = z.int().check(z.nonnegative());

const OpenModel = {
  /** `model`: a model folder or a graph file. */
  params: z.object({ model: z.string() }),
  result: ModelSummary,
};

/** What to do with a prompt that is longer than the context: refuse it, or read its last tokens only. */
export const Overflow = z.enum(['refuse', 'keep-last']);
export type Overflow = z.infer<typeof Overflow>;

const Analyze = {
  params: z.object({
    model: z.string(),
    /** It was asked for with `openModel` just before, so that it is not looked for on the disk again. */
    opened: z.optional(z.boolean()),
    input: packed(ModelInput),
    /** Source ranges to describe the attention to. */
    spans: z.array(SourceRange),
    /** Sentences to be scored by the probes named, where the model has any; none where absent. */
    probe: z.optional(z.object({ sentences: z.array(PromptSentence), names: z.array(ProbeName) })),
    overflow: Overflow,
    /** The rule for concentrated attention; the honest one where absent. */
    rule: z.optional(AnomalyRule),
    /** Whether maps of a long prompt's single heads are kept too, in squares, as a report has them. */
    heads: z.optional(z.boolean()),
  }),
  result: z.object({
    model: ModelSummary,
    rendering: ModelInput.shape.rendering,
    template: Template,
    tokens: z.array(Token),
    /** How many tokens the prompt has; more than `tokens` where only the last ones were read. */
    totalTokens: z.int(),
    /** Segments with text of which the chat template wrote nothing. */
    leftOut: z.array(index),
    next: z.array(NextToken),
    /** What the probes say of the sentences; `null` where nothing was calibrated for the model. */
    probes: z.nullable(ProbeReadings),
    /**
     * What attention is described to, in the order of the text: each span asked for, by its index, and each sentence
     * that a probe warns of, by the number of spans plus its own index.
     */
    marked: z.array(index),
    /** Attention to each of these; `null` where it has no token. */
    spans: z.array(z.nullable(SpanAttention)),
    summary: packed(AttentionSummary),
    timings: z.object({ tokenize: z.number(), attention: z.number() }),
  }),
};

/** Into which tokens a prompt falls; the model is not run. A prompt longer than the context is told as it is. */
const Tokenize = {
  params: z.object({ model: z.string(), input: packed(ModelInput) }),
  result: z.object({
    model: ModelSummary,
    /** Whether no query sees the keys behind it. */
    causal: z.boolean(),
    tokens: z.array(Token),
  }),
};

/** Head number, or the mean over heads. */
export const HeadChoice = z.union([index, z.literal('mean')]);
export type HeadChoice = z.infer<typeof HeadChoice>;

/** What a cell of a map says: the weight itself, or what the token adds through it. Formulas: docs/analyses. */
export const ReadingWay = z.enum(['weights', 'valueNorm', 'valueZeroing']);
export type ReadingWay = z.infer<typeof ReadingWay>;
/** Ways that look at the values as well; rows of their maps sum to 1. */
export type ValueWay = Extract<ReadingWay, 'valueNorm' | 'valueZeroing'>;

/** Tokens a side of the squares in which maps of single heads of a long prompt leave the model; see `heads` of `Analyze`. */
export const HEAD_POOL = 16;

/** Asks for maps by what identifies them (model, token ids), so that any process can answer, warm or not. */
const Maps = {
  params: z.object({
    model: z.string(),
    tokenIds: z.array(index),
    layers: z.array(index).check(z.minLength(1)),
    heads: z.array(HeadChoice).check(z.minLength(1)),
    /** Queries `[firstQuery, endQuery)`. */
    firstQuery: index,
    endQuery: index,
    /** One row, the mean of these queries, in place of a row of each; with `pool` 1. */
    average: z.optional(z.boolean()),
    /** Side of the square of cells that is drawn as one; 1 = exact. */
    pool: z.int().check(z.positive()),
    /** What such a square is drawn as; `largest` where absent. The mean is that of the keys that its queries can see. */
    by: z.optional(z.enum(['largest', 'mean'])),
    /**
     * `[tokens]`: in which row and column each token is drawn, 0, 1, 2 … in the prompt's order; −1 leaves it out. Such
     * cells are means; for all queries, with `pool` 1.
     */
    groups: z.optional(z.array(z.int())),
    /** `weights` where absent. */
    way: z.optional(ReadingWay),
  }),
  result: z.object({
    /** Rows and columns of each map after pooling; of a causal model the columns end with the last query. */
    rows: z.int(),
    columns: z.int(),
    /** `[layers, heads, rows, columns]`, rows are queries, columns are keys. */
    values: z.instanceof(Float32Array),
  }),
};

/** Rollout and flow of one token. */
const ThroughLayers = {
  params: z.extend(AskedThroughLayers, { model: z.string(), tokenIds: z.array(index) }),
  result: ThroughLayersRead,
};

/** What each head does on a prompt, and what it does anywhere. */
const HeadMetrics = {
  params: z.extend(AskedHeads, { model: z.string(), tokenIds: z.array(index) }),
  result: HeadsRead,
};

/** A tensor written out by hand or by a file. `data` in row order; 64-bit integers as numbers. */
export const TensorInput = z.object({
  dtype: z.string(),
  dims: z.array(index),
  data: z.array(z.union([z.number(), z.boolean(), z.literal([Infinity, -Infinity])])),
});
export type TensorInput = z.infer<typeof TensorInput>;

/** An input that was not given and was filled in: its name, and with what, in words (`ones`). */
const FilledInput = z.object({ name: z.string(), with: z.string() });
export type FilledInput = z.infer<typeof FilledInput>;

const Extract = {
  params: z.object({
    model: z.string(),
    feed: z.union([
      z.object({ kind: z.literal('inputs'), inputs: z.record(z.string(), TensorInput) }),
      z.object({ kind: z.literal('text'), text: z.string() }),
      /** A prompt as it was read; the texts are told in the file. */
      z.object({
        kind: z.literal('tokens'),
        tokens: z.array(z.object({ id: index, text: z.string() })).check(z.minLength(1)),
      }),
    ]),
    /** Layers to write; all where absent. */
    layers: z.optional(z.array(index)),
    reduce: z.enum(['none', 'head-mean']),
    /** Path of the safetensors file to write. Nothing is left there on failure, nor beside it. */
    out: z.string(),
  }),
  result: z.object({
    tensors: z.array(z.object({ name: z.string(), shape: z.array(z.int()) })),
    filled: z.array(FilledInput),
    /** As in a model's summary. */
    provider: z.optional(UsedProvider),
  }),
};

/** Where the process of that id writes a file until it is whole. */
export function partialPath(path: string, pid: number): string {
  return `${path}.${pid}.partial`;
}

/** Empties the cache folder, but for what other processes use of it. */
const ClearCache = { params: z.object({}), result: z.object({}) };

const Memory = {
  params: z.object({}),
  result: z.object({ rssBytes: z.number(), mapBytes: z.number() }),
};

/**
 * Requests about a prompt that was analysed, which is named by `model` and `tokenIds`. The panel may ask for each; see
 * `ofAnalysis`.
 */
export const promptMethods = {
  maps: Maps,
  headMetrics: HeadMetrics,
  throughLayers: ThroughLayers,
  counterfactual: Counterfactual,
  generate: Generate,
  lens: Lens,
  attribution: Attribution,
} as const;
export type PromptMethods = typeof promptMethods;

/** Requests the host makes, one after the other. One entry per kind: its parameters and its result. */
export const inferenceMethods = {
  openModel: OpenModel,
  doctor: Doctor,
  tokenize: Tokenize,
  analyze: Analyze,
  score: Score,
  states: States,
  measure: Measure,
  classify: Classify,
  ...promptMethods,
  divergence: Divergence,
  extract: Extract,
  tap: Tap,
  clearCache: ClearCache,
  memory: Memory,
} as const;

/** What the process is started with. */
export const InferenceSettings = z.object({
  /** What computes models; the processor where absent, and where that cannot. */
  provider: z.optional(Provider),
  /** How models on servers are spoken to; the token is in the environment of the process, see `TOKEN_VARIABLE`. */
  served: z.optional(
    z.object({
      /** Folder with the tokenizer, template and configuration of the model. */
      tokenizer: z.optional(z.string()),
      /** PEM file with the certificates that are trusted in place of Node's own list. */
      certificate: z.optional(z.string()),
      /** Host that the token of the environment is for; each that is asked where absent. */
      tokenHost: z.optional(z.string()),
      /** Most time that one request may take, ms. */
      timeLimitMs: z.optional(z.int().check(z.positive())),
    }),
  ),
  /** Threads of one pass; the runtime's own choice where absent. */
  threads: z.optional(z.int().check(z.positive())),
  /** Most bytes of whole maps kept for later requests; 512 MiB where absent. */
  mapBytes: z.optional(z.int().check(z.nonnegative())),
  /** Where what is found out once per model is kept; the user's cache folder where absent. */
  cacheFolder: z.optional(z.string()),
  /** Most bytes of converted models kept there; 20 GB where absent. */
  cacheBytes: z.optional(z.number().check(z.nonnegative())),
  /** Where the probes are; `media/probes` beside the program where absent. */
  probesFolder: z.optional(z.string()),
});
export type InferenceSettings = z.infer<typeof InferenceSettings>;

/** Names the token in the environment: what stands in a command line, everybody on the machine can read. */
export const TOKEN_VARIABLE = 'ATTNSCOPE_SERVER_TOKEN';

/** Told by the process while it works on a request. `done` of `total` in units of `stage`. */
export const InferenceProgress = z.object({
  stage: z.enum(['load', 'wait', 'convert', 'check', 'tokenize', 'attention', 'experiment', 'answer']),
  done: z.number(),
  total: z.number(),
  /** The token that an answer was just given. */
  token: z.optional(NextToken),
});
export type InferenceProgress = z.infer<typeof InferenceProgress>;

export type InferenceMethods = typeof inferenceMethods;
export type InferenceParams<K extends keyof InferenceMethods> = z.infer<InferenceMethods[K]['params']>;
export type InferenceResult<K extends keyof InferenceMethods> = z.infer<InferenceMethods[K]['result']>;

/** How a request is made. One that is aborted while it waits is never sent. */
export interface RequestOptions {
  signal?: AbortSignal;
  onProgress?: (progress: InferenceProgress) => void;
  /**
   * Once it runs, an abort only rejects the caller and the work goes on to its end. Else it ends the
   * process, as a native call cannot be interrupted, and with it all maps that the process keeps.
   */
  letRun?: boolean;
  /** Once it runs, an abort rejects the caller and asks the process to stop at its next step; the process lives on. */
  stopsItself?: boolean;
  /** It goes before those that wait, as it is soon done. */
  ahead?: boolean;
  /** As `stopsItself`; one that goes ahead also stops it at its next step, and it begins anew behind that one. */
  givesWay?: boolean;
}

/** What a client of inference offers, be it a local process or a served model. */
export interface Inference {
  request<K extends keyof InferenceMethods>(
    method: K,
    params: InferenceParams<K>,
    options?: RequestOptions,
  ): Promise<InferenceResult<K>>;
}
