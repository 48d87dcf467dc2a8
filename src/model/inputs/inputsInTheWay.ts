import { quoted } from '../../protocol/plainText';
import type { OnnxSubgraph, OnnxValue } from '../onnx/onnxGraph';
import { dtypeOf } from './dtypes';
import { lackingInputs } from './fillInputs';

/** What a graph reads by the names and shapes of its inputs, as exporters write them. */
const KINDS: readonly [(input: OnnxValue) => boolean, string][] = [
  [({ name }) => name === 'inputs_embeds', 'embeddings, which another graph of its folder makes of tokens'],
  [({ name }) => /^encoder_(hidden_states|outputs)/.test(name), 'what the encoder of its pair made'],
  [({ name }) => /^pixel|image|picture|^img/i.test(name), 'pictures'],
  [({ name }) => /^input_(features|values)$|audio|speech|^mel/i.test(name), 'sound'],
  [({ dims }) => dims?.length === 4 && (dims[1] === 1 || dims[1] === 3), 'pictures'],
];

/** Why a prompt alone does not feed a graph, the end of a sentence; `undefined` where it does. */
export function inputsInTheWay(graph: OnnxSubgraph): string | undefined {
  const ids = graph.inputs.find(({ name }) => name === 'input_ids');
  if (!ids) {
    for (const [is, what] of KINDS) {
      const input = graph.inputs.find(is);
      if (input) return `it reads ${what} (input ${quoted(input.name)}), and has no input named input_ids`;
    }
    return 'it has no input named input_ids';
  }
  const token = { dtype: dtypeOf(ids.dtype) ?? 'int64', dims: [1, 1], data: [0] };
  const [lacking] = lackingInputs(graph, { input_ids: token });
  if (lacking === undefined) return undefined;
  const input = graph.inputs.find(({ name }) => name === lacking)!;
  const what = KINDS.find(([is]) => is(input))?.[1];
  return `beside tokens it needs ${what === undefined ? 'values' : what} for its input ${quoted(lacking)}`;
}
