import type { Check, Diagnosis } from '../../protocol/requests/doctor';
import { plainText } from '../../protocol/plainText';
import { sentence } from '../../protocol/sentence';
import { tokenCount } from '../names';
import type { Phrase, Value } from '../phrase';
import { describeChecks } from './checks';
import { names, plain, type Fact } from './facts';
import { describeInputs } from './inputs';
import { describeLayers } from './layers';
import { COMPUTED_BY, describeProvider } from './provider';

/** Longest path that is told whole, in UTF-16 code units: it is there to be copied. */
const LONGEST_PATH = 1000;

/** What is told under one heading. */
export interface Section {
  heading: Phrase;
  facts: Fact[];
}

/** Whether prompts can be read with a model. */
export function verdictOf({ problem }: Diagnosis): Phrase {
  return problem === null
    ? sentence('Prompts can be read with this model.')
    : sentence('No prompt can be read with this model.');
}

/** All that is known of a model, heading by heading; headings with nothing below them are left out. */
export function describeDiagnosis(diagnosis: Diagnosis): Section[] {
  const sections: Section[] = [
    { heading: sentence('File'), facts: aboutFile(diagnosis) },
    { heading: sentence('Inputs'), facts: describeInputs(diagnosis) },
    {
      heading: sentence('Attention, layers: {n}', { n: diagnosis.layers.length }),
      facts: describeLayers(diagnosis),
    },
    { heading: sentence('Checks'), facts: describeChecks(diagnosis) },
    { heading: sentence('What this model cannot show'), facts: limitsOf(diagnosis) },
  ];
  return sections.filter(({ facts }) => facts.length > 0);
}

function aboutFile(diagnosis: Diagnosis): Fact[] {
  const { path, kind, bytes, producer, opsets, types, sha256, contextLength, tokenizer } = diagnosis;
  const { otherGraphs } = diagnosis;
  const megabytes = Math.max(0.1, Math.round(bytes / 1e5) / 10);
  const versions = Object.entries(opsets).map(([domain, version]) => `${plain(domain)} ${version}`);
  const weights = types.map(({ type, tensors }) => `${plain(type)} × ${tensors}`);
  const origin = kind === 'gguf' ? sentence('Architecture') : sentence('Written by');
  return [
    { name: sentence('Kind'), told: kindOf(kind) },
    { name: sentence('Size'), told: sentence('{megabytes} MB', { megabytes }) },
    { name: sentence('Path'), told: plainText(path, LONGEST_PATH, 'end') },
    ...(otherGraphs.length === 0
      ? []
      : [{ name: sentence('Other graphs in its folder'), told: names(otherGraphs) }]),
    ...(producer === null ? [] : [{ name: origin, told: plain(producer) }]),
    ...(versions.length > 0 ? [{ name: sentence('Operator sets'), told: versions.join(', ') }] : []),
    ...(weights.length > 0 ? [{ name: sentence('Weights'), told: weights.join(', ') }] : []),
    ...(diagnosis.provider ? [{ name: COMPUTED_BY, told: describeProvider(diagnosis.provider) }] : []),
    ...(sha256 === null ? [] : [{ name: 'SHA-256', told: sha256 }]),
    {
      name: sentence('Tokenizer'),
      told: tokenizer ? sentence('yes') : sentence('none, so texts cannot be read'),
    },
    { name: sentence('Chat template'), told: templateOf(diagnosis) },
    {
      name: sentence('Context'),
      told: contextLength === null ? sentence('not said') : tokenCount(contextLength),
    },
  ];
}

function kindOf(kind: Diagnosis['kind']): Value {
  switch (kind) {
    case 'gguf':
      return 'GGUF';
    case 'onnx':
      return 'ONNX';
    case 'other':
      return sentence('neither ONNX nor GGUF');
  }
}

function templateOf({ chatTemplate }: Diagnosis): Phrase {
  if (chatTemplate === true) return sentence('yes');
  if (chatTemplate === false) return sentence('none, so roles are written as headings');
  return sentence('cannot be used: {why}', { why: plain(chatTemplate) });
}

/** What is missing of a model with which prompts can be read, why, and what to do about it. */
function limitsOf({ problem, states, layers, chatTemplate }: Diagnosis): Fact[] {
  if (problem !== null) return [];
  const fails = (name: Check['name']): boolean =>
    layers.some(({ checks }) => checks.some((check) => check.name === name && !check.passed));
  const limits: Fact[] = [];
  if (!states)
    limits.push({
      name: sentence('Warnings of probes, the lens, maps weighted by values'),
      told: sentence(
        'the states after its layers are not found. Use an export whose layers add to a residual stream, as those made from transformers do.',
      ),
    });
  if (fails('causal'))
    limits.push({
      name: sentence('The next token and answers'),
      told: sentence('it reads in both directions, as encoders do. Use a decoder for these.'),
    });
  else if (fails('pieces'))
    limits.push({
      name: sentence('Long prompts in little memory'),
      told: sentence(
        'it cannot read a prompt in pieces, so each is read whole. Export it with its cache of keys and values.',
      ),
    });
  if (chatTemplate !== true)
    limits.push({
      name: sentence('Roles as the model was trained on them'),
      told: sentence('it has no chat template that can be used. Put chat_template.jinja beside it.'),
    });
  return limits;
}
