import * as vscode from 'vscode';
import { AttnscopeError, fromWireError, toWireError } from '../../protocol/errors';
import {
  promptMethods,
  type Inference,
  type InferenceParams,
  type InferenceProgress,
  type InferenceResult,
  type PromptMethods,
  type RequestOptions,
} from '../../protocol/borders/inference';
import type { HandlerContext } from '../../protocol/borders/channel';
import type { PromptParams } from '../../protocol/borders/panel';
import { translated } from '../translated';
import type { PanelHandlers } from './session';

type Method = keyof PromptMethods;

/** Prompts that were read, by the names that pages know them by. */
interface KnownPrompts {
  byId(id: string): Readonly<{ model: string; tokenIds: readonly number[] }> | undefined;
}

/** Passes on what pages ask of the inference process about a prompt that was analysed; the process checks it. */
export function promptHandlers(analyses: KnownPrompts, inference: Inference): Pick<PanelHandlers, Method> {
  const ask = async <K extends Method>(
    method: K,
    { analysis, then = [], ...asked }: PromptParams<K>,
    options: RequestOptions,
  ): Promise<InferenceResult<K>> => {
    const { model, tokenIds } = knownAnalysis(analyses, analysis);
    const params = { ...asked, model, tokenIds: [...tokenIds, ...then] } as unknown as InferenceParams<K>;
    try {
      return await inference.request(method, params, options);
    } catch (error) {
      throw fromWireError(translated(toWireError(error)));
    }
  };
  const handlers = (Object.keys(promptMethods) as Method[]).map((method) => {
    const handle = (
      params: PromptParams<Method>,
      { signal, progress }: HandlerContext<InferenceProgress>,
    ): Promise<InferenceResult<Method>> =>
      ask(method, params, { signal, onProgress: progress, ...waysOf(method, params) });
    return [method, handle];
  });
  return Object.fromEntries(handlers) as Pick<PanelHandlers, Method>;
}

/** How a request of a page is made. */
function waysOf(method: Method, params: PromptParams<Method>): RequestOptions {
  // Other ways of reading than weights take several runs.
  const way = method === 'maps' ? (params as PromptParams<'maps'>).way : undefined;
  if (method !== 'maps' || (way ?? 'weights') !== 'weights') return { stopsItself: true };
  // The page asks for many and gives most of them up again; the process and what it keeps outlive that. Means are
  // mostly kept since the analysis; single heads take a run of the model, which a layer that is chosen meanwhile
  // does not wait for.
  const areMeans = (params as PromptParams<'maps'>).heads.every((head) => head === 'mean');
  return areMeans ? { letRun: true, ahead: true } : { givesWay: true };
}

/** @throws AttnscopeError `bad-input` where the analysis is no longer kept. */
export function knownAnalysis<T>(analyses: { byId(id: string): T | undefined }, id: string): T {
  const analysis = analyses.byId(id);
  if (analysis) return analysis;
  throw new AttnscopeError(
    'bad-input',
    vscode.l10n.t('This analysis is no longer kept. Analyze the text again.'),
  );
}
