import { SCHEMA_VERSION } from '../protocol/analysis';
import { AttnscopeError } from '../protocol/errors';
import type { Features } from '../protocol/measured/features';
import type { MonitorBaseline, ReferenceInput } from '../protocol/measured/monitor';
import { answerToText } from './answers';
import { floatsToText } from './floats';
import { monitoredFeatures, monitoredValues } from './monitored';

/** Most reference inputs that are kept where nothing else is asked; some 20 KB each of the bundled model. */
export const KEEP = 200;

export type Template = MonitorBaseline['template'];

/** A normal input and what was measured of it. */
export interface NormalInput {
  /** SHA-256 over its token ids and sections, hex. */
  sha256: string;
  features: Features;
}

/** A baseline of no input yet; `features`: those of the first one, which say what the others must be like. */
export function emptyBaseline(
  { model, sections, states }: Features,
  template: Template,
  of: { version: string; keep: number },
): MonitorBaseline {
  return {
    schemaVersion: SCHEMA_VERSION,
    kind: 'monitor-baseline',
    tool: { name: 'attnscope', version: of.version },
    model,
    template,
    sections: sections.map(({ section }) => section),
    states: states && { layers: [...states.layers], hidden: states.hidden },
    inputs: 0,
    keep: of.keep,
    reference: [],
  };
}

/**
 * The baseline with one more input; of more than it may keep, that with the highest hash goes.
 *
 * @throws AttnscopeError `bad-input` for an input of other sections
 */
export function addInput(baseline: MonitorBaseline, { sha256, features }: NormalInput): MonitorBaseline {
  refuseOther(baseline, features);
  const { next } = features;
  const values = monitoredValues(features, monitoredFeatures(features.model, baseline.sections));
  const reference: ReferenceInput = {
    ...{ sha256, tokens: features.tokens, values: floatsToText(values) },
    states: baseline.states && floatsToText(features.states!.means),
    next: next && { vocabulary: next.vocabulary, likeliest: answerToText(next) },
  };
  return {
    ...baseline,
    inputs: baseline.inputs + 1,
    reference: lowest([...baseline.reference, reference], baseline.keep),
  };
}

/**
 * The baseline of all inputs of several ones: the same as if these had been measured in one go.
 *
 * @throws AttnscopeError `bad-input` where they are of different models, templates or sections
 */
export function mergeBaselines(baselines: readonly MonitorBaseline[]): MonitorBaseline {
  const [first, ...others] = baselines;
  if (!first) throw new AttnscopeError('bad-input', 'Name at least one baseline to merge.');
  for (const other of others) refuseMerging(first, other);
  // What the smallest kept was the lowest of its own alone: beyond that the sample would not be uniform.
  const keep = Math.min(...baselines.map((each) => each.keep));
  return {
    ...first,
    keep,
    inputs: baselines.reduce((sum, { inputs }) => sum + inputs, 0),
    reference: lowest(
      baselines.flatMap(({ reference }) => reference),
      keep,
    ),
  };
}

/** @throws AttnscopeError `bad-input` for an input of another model, or of other sections. */
export function refuseOther(baseline: MonitorBaseline, features: Features): void {
  const { sections, states } = baseline;
  refuseOtherModel(baseline, features.model);
  const own = features.sections.map(({ section }) => section);
  if (own.join() !== sections.join())
    throw new AttnscopeError(
      'bad-input',
      `This input has the sections ${own.join(', ')}; those of the baseline have ${sections.join(', ')}. Inputs of one kind can be compared alone: make a baseline for each.`,
    );
  if ((features.states === null) !== (states === null))
    throw new AttnscopeError(
      'bad-input',
      'The states of this input were measured and those of the baseline were not, or the other way round. It is too short, or the baseline is of another build of the model.',
    );
}

export function refuseMerging(one: MonitorBaseline, other: MonitorBaseline): void {
  refuseOtherModel(one, other.model);
  if (one.template?.sha256 !== other.template?.sha256)
    throw new AttnscopeError(
      'bad-input',
      'These baselines were made with different templates. Inputs of one template can be compared alone.',
    );
  if (one.sections.join() !== other.sections.join() || (one.states === null) !== (other.states === null))
    throw new AttnscopeError(
      'bad-input',
      `The inputs of these baselines have different sections: ${one.sections.join(', ')}; ${other.sections.join(', ')}. Inputs of one kind can be compared alone.`,
    );
}

/** @throws AttnscopeError `bad-input` for another model file, by its hash. */
export function refuseOtherModel(
  { model: own }: Pick<MonitorBaseline, 'model'>,
  model: { name: string; sha256: string },
): void {
  if (model.sha256 === own.sha256) return;
  throw new AttnscopeError(
    'bad-input',
    `The baseline belongs to another model file: it was made with ${own.name}, this is ${model.name}, and their hashes differ. Figures of one model say nothing about another; fit a baseline with the model that is used.`,
  );
}

/** Each input once, by hash. */
function lowest(reference: readonly ReferenceInput[], keep: number): ReferenceInput[] {
  const own = new Map(reference.map((input) => [input.sha256, input]));
  const order = (a: ReferenceInput, b: ReferenceInput) => (a.sha256 < b.sha256 ? -1 : 1);
  return [...own.values()].sort(order).slice(0, keep);
}
