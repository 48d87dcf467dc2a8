import { openAnalysis, type ModelSummary } from '../../protocol/analysis';
import type { Inference, RequestOptions } from '../../protocol/borders/inference';
import type { PromptOutline } from '../../protocol/prompt';
import { toWireError } from '../../protocol/errors';
import { tokensOfPart } from '../../promptTests/parts';
import type { PlacedExpectation, PromptTest } from '../../promptTests/promptTest';
import type { FilledPrompt } from '../../promptTests/prompt/writePrompt';
import { judge, type Judged, type TestRun, type Verdict } from '../../promptTests/verdict';
import { analyze } from '../analyze';
import { fillPrompt, loadTemplate, type ReadFile, type ReadSource } from './fillPrompt';
import { growVariables, readFilled } from './growVariables';
import { measure, type ReadTest } from './measure';

/** What a test is run with. */
export interface TestRunner {
  inference: Inference;
  /** A model folder or graph file. */
  model: string;
  toolVersion: string;
  readFile: ReadFile;
  readSource: ReadSource;
}

/** A test that was run. */
export interface RanTest extends TestRun {
  /** The model that read its prompt; `null` where that was not reached. */
  model: ModelSummary | null;
  /** The prompt as it was fed, and who speaks where in it. */
  prompt: FilledPrompt | null;
  segments: PromptOutline['segments'];
}

/**
 * Runs one test: fills its prompt, lets the model read it, and judges each expectation. One that cannot be measured
 * hides no other.
 *
 * @throws AttnscopeError `cancelled` where it is ended on request; every other failure is a result.
 */
export async function runTest(
  { inference, model, toolVersion, readFile, readSource }: TestRunner,
  test: PromptTest,
  options: RequestOptions = {},
): Promise<RanTest> {
  const started = performance.now();
  const nothing = { judged: [], tokens: null, grown: {}, ms: 0, model: null, prompt: null, segments: [] };
  const run: RanTest = { test, ...nothing };
  try {
    const template = await loadTemplate(test, readFile, readSource);
    const values = await growVariables(inference, model, test, template, readSource, options);
    const prompt = fillPrompt(template, values);
    run.prompt = prompt;
    const request = {
      text: prompt.text,
      model,
      toolVersion,
      read: () => readFilled(readSource, prompt, test),
    };
    const analyzed = await analyze(inference, { ...request, overflow: 'refuse' }, options);
    const result = openAnalysis(analyzed.result);
    run.model = result.model;
    run.segments = result.segments;
    run.tokens = result.tokens.length;
    for (const name of Object.keys(test.grow))
      run.grown[name] = tokensOfPart(result, prompt.places, name).length;
    const read: ReadTest = { inference, model, result, places: prompt.places, readFile, options };
    for (const expectation of test.expectations) run.judged.push(await judged(read, expectation));
  } catch (error) {
    rethrowCancelled(error);
    run.error = toWireError(error);
  }
  return { ...run, ms: performance.now() - started };
}

async function judged(read: ReadTest, expectation: PlacedExpectation): Promise<Judged> {
  return { expectation, verdict: await verdictOn(read, expectation) };
}

async function verdictOn(read: ReadTest, expectation: PlacedExpectation): Promise<Verdict> {
  try {
    const measured = await measure(read, expectation);
    return 'refused' in measured
      ? { outcome: 'error', refused: measured.refused }
      : { outcome: judge(expectation, measured), measured };
  } catch (error) {
    rethrowCancelled(error);
    return { outcome: 'error', error: toWireError(error) };
  }
}

function rethrowCancelled(error: unknown): void {
  if (toWireError(error).code === 'cancelled') throw error;
}
