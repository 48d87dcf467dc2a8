import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { measurePrompt } from '../../../src/analysis/measurePrompt';
import { templatedPrompt } from '../../../src/analysis/monitoredPrompt';
import { floatsToText, textToFloats } from '../../../src/monitor/floats';
import { readTemplate } from '../../../src/prompts/promptTemplate';
import type { Features } from '../../../src/protocol/measured/features';
import { BUNDLED } from '../../model/bundledModel';
import { asker } from '../../model/languageModels';
import { evaluationFolder } from '../evidence/stateCache';
import type { EvalInput, EvalTemplate } from './inputs';

/** An input and what was measured of it. */
export interface Measured extends EvalInput {
  features: Features;
}

/** Measured figures stay here, so that a run that was stopped goes on. */
const FILE = path.join(evaluationFolder(), 'monitor.jsonl');

type Line = { id: string; values: string; states: string } & Pick<Features, 'model' | 'tokens' | 'sections'>;

/** Measures what is not measured yet, until `seconds` are over; gives all that is, by template. */
export async function collect(
  inputs: readonly { template: EvalTemplate; inputs: readonly EvalInput[] }[],
  { seconds, threads }: { seconds: number; threads: number },
): Promise<Measured[][]> {
  mkdirSync(path.dirname(FILE), { recursive: true });
  const known = new Map<string, Features>();
  const written = existsSync(FILE) ? readFileSync(FILE, 'utf8').trim().split('\n') : [];
  for (const line of written) {
    const { id, values, states, ...rest } = JSON.parse(line) as Line;
    const means = textToFloats(states, 3 * 576)!;
    const all = textToFloats(values, 30 * 9 * 12)!;
    known.set(id, { ...rest, values: all, states: { layers: [13, 17, 21], hidden: 576, means }, next: null });
  }
  const inference = { request: asker(mkdtempSync(path.join(tmpdir(), 'attnscope-eval-')), threads) };
  const order = inputs.flatMap(({ template, inputs: own }) =>
    own.map((input) => ({ template, input, turn: turnOf(input) })),
  );
  const until = performance.now() + 1000 * seconds;
  for (const { template, input } of order.sort((a, b) => a.turn - b.turn)) {
    if (known.has(input.id)) continue;
    if (performance.now() > until) break;
    const read = readTemplate(template.text, { path: 'template.yaml' });
    const prompt = templatedPrompt(read, { text: input.text });
    const { features } = await measurePrompt(inference, { model: BUNDLED, ...prompt });
    const { model, tokens, sections, values, states } = features;
    const line: Line = {
      ...{ id: input.id, model, tokens, sections },
      ...{ values: floatsToText(values), states: floatsToText(states!.means) },
    };
    appendFileSync(FILE, `${JSON.stringify(line)}\n`);
    known.set(input.id, features);
  }
  return inputs.map(({ inputs: own }) =>
    own.flatMap((input) => {
      const features = known.get(input.id);
      return features ? [{ ...input, features }] : [];
    }),
  );
}

/** References first, then the others side by side, so that a run that is cut short has some of each. */
function turnOf({ id, set }: EvalInput): number {
  const at = Number(id.split('/')[2]);
  return set === 'reference' ? -1 : set === 'normal' ? at / 3 : at / 2;
}
