import { expect, it } from 'vitest';
import { createL10n } from '../../../../src/describe/l10n';
import { describeDiagnosis, verdictOf } from '../../../../src/describe/model/diagnosis';
import type { Check, Diagnosis } from '../../../../src/protocol/requests/doctor';

const check = (name: Check['name'], figure: number | null, why: string | null = null): Check => ({
  ...{ name, passed: why === null, figure, limit: figure === null ? null : 0.001, why },
});
const layer = (index: number, checks: Check[], half = false): Diagnosis['layers'][number] => ({
  ...{ stack: 'self', index, via: 'GroupQueryAttention', rowSum: 'one', half, heads: 4, checks },
});
const good: Diagnosis = {
  schemaVersion: 1,
  name: 'mine',
  path: '/models/mine/model.onnx',
  kind: 'onnx',
  otherGraphs: [],
  bytes: 12_340_000,
  sha256: 'ab'.repeat(32),
  producer: 'pytorch 2.4',
  opsets: { 'ai.onnx': 17, 'com.microsoft': 1 },
  types: [{ type: 'float32', tensors: 7 }],
  inputs: [{ name: 'input_ids', type: 'int64', dims: ['batch', null], filled: null }],
  layers: [
    layer(0, [check('row-sums', 1e-7), check('causal', 0)]),
    layer(1, [check('row-sums', 2e-5), check('causal', 0)]),
    layer(2, [check('row-sums', 0), check('causal', 0)], true),
  ],
  checks: [check('input-ids', null)],
  otherSoftmaxes: [],
  states: true,
  tokenizer: true,
  chatTemplate: true,
  contextLength: 2048,
  problem: null,
};

/** Each section as lines. */
function told(diagnosis: Diagnosis): Record<string, string[]> {
  const { say, write } = createL10n('en', {});
  const sections = describeDiagnosis(diagnosis).map(({ heading, facts }) => [
    say(heading),
    facts.map(({ name, told }) => `${write(name)}: ${write(told)}`),
  ]);
  return Object.fromEntries(sections) as Record<string, string[]>;
}

it('other graphs of the folder are told, and softmaxes that are no attention, long lists counted', () => {
  const otherGraphs = Array.from({ length: 10 }, (_, i) => `onnx/model_${i}.onnx`);
  const { File: file, 'Attention, layers: 3': layers } = told({
    ...good,
    otherGraphs,
    otherSoftmaxes: ['prob'],
  });
  expect(file).toContainEqual(
    expect.stringMatching(/^Other graphs in its folder: onnx\/model_0\.onnx, .*onnx\/model_7\.onnx, 2 more$/),
  );
  expect(layers).toContain('Softmaxes that are no attention, left out: prob');
});

it('layers alike are told together, and each check at its worst beside its limit', () => {
  const { 'Attention, layers: 3': layers, Checks: checks, ...others } = told(good);
  expect(layers).toEqual([
    'Layers 0–1: 4 heads, read from GroupQueryAttention',
    'Layer 2: 4 heads, read from GroupQueryAttention, in float16',
    'States after each layer: found in the graph',
  ]);
  expect(checks).toEqual([
    'takes token ids: yes',
    'rows sum as they should: yes, off by at most 0.000020 (limit 0.001)',
    'no query reads a later key: yes, off by at most 0 (limit 0.001)',
  ]);
  expect(Object.keys(others)).toEqual(['File', 'Inputs']);
  expect(others.File).toContain('Operator sets: ai.onnx 17, com.microsoft 1');
  expect(others.Inputs).toEqual(['input_ids: int64 [batch, ?]']);
});

it('layers of a pair are counted rightly; a check that failed says why', () => {
  const encoder = { ...layer(0, [check('pieces', null, 'it has no cache')]), stack: 'encoder' as const };
  const decoders = [0, 1].map((index) => ({ ...layer(index, []), stack: 'decoder' as const }));
  const pair = told({ ...good, layers: [encoder, ...decoders] });
  expect(pair['Attention, layers: 3']!.map((line) => line.split(':')[0])).toEqual([
    'Layer 0 of the encoder',
    'Layers 0–1 of the decoder',
    'States after each layer',
  ]);
  expect(pair.Checks).toContain('a prompt in pieces has the same map: no (it has no cache)');
});

it('what a readable model cannot show is told with the way out', () => {
  const bothWays = [layer(0, [check('causal', 0.2, 'query 0 attends to the later key 1')])];
  const limits = told({ ...good, layers: bothWays, states: false, chatTemplate: false });
  expect(limits['What this model cannot show']).toEqual([
    expect.stringMatching(/^Warnings of probes.*: the states .* not found\. Use an export/),
    expect.stringMatching(/^The next token and answers: it reads in both directions.* Use a decoder/),
    expect.stringMatching(/^Roles .*: it has no chat template.* Put chat_template\.jinja beside it\./),
  ]);
});

it('the path is told whole, as one copies it', () => {
  const path = `/models/${'0123abcd'.repeat(30)}/model.onnx`;
  expect(told({ ...good, path }).File).toContain(`Path: ${path}`);
});

it('names out of a file cannot break out of their line', () => {
  const { Inputs: inputs } = told({
    ...good,
    inputs: [{ name: 'a\n# b\u202e', type: 'int64', dims: null, filled: 'ones' }],
  });
  expect(inputs).toEqual(['a?# b?: int64, filled in: ones']);
});

it('a refusal is told as such, without a list of what else is missing', () => {
  const refused = { ...good, layers: [], states: false, chatTemplate: false, problem: 'It is none.' };
  expect(createL10n('en', {}).say(verdictOf(refused))).toBe('No prompt can be read with this model.');
  expect(Object.keys(told(refused))).toEqual(['File', 'Inputs', 'Checks']);
});
