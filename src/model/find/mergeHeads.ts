import type { OnnxNode } from '../onnx/onnxGraph';
import type { GraphIndex } from '../onnx/graphIndex';
import type { FoundAttention } from './matchers/matcher';
import { reachesOf } from './stacks';

/** Operators that only change the layout of a tensor. */
const LAYOUT = new Set([
  'Identity',
  'Cast',
  'Reshape',
  'Transpose',
  'Unsqueeze',
  'Squeeze',
  'Flatten',
  'Dropout',
]);

/**
 * Some graphs compute the heads of a layer one by one and put the results side by side. Attention whose
 * results meet in one Concat, from the same queries and keys, is one layer.
 */
export function mergeHeads(found: readonly FoundAttention[], index: GraphIndex): FoundAttention[] {
  const groups = new Map<OnnxNode, { layer: FoundAttention; place: number }[]>();
  for (const layer of found) {
    const meeting = meetingOf(layer.result.outputs[0] ?? '', index);
    if (meeting)
      groups.set(meeting.node, [...(groups.get(meeting.node) ?? []), { layer, place: meeting.place }]);
  }
  const merged = new Map<FoundAttention, FoundAttention | undefined>();
  for (const members of groups.values()) {
    members.sort((a, b) => a.place - b.place);
    const layers = members.map(({ layer }) => layer);
    if (layers.length < 2 || !sameSources(layers, found, index)) continue;
    for (const layer of layers) merged.set(layer, undefined);
    const [first, ...rest] = layers as [FoundAttention, ...FoundAttention[]];
    merged.set(first, { ...first, source: { ...first.source, moreHeads: rest.map(({ source }) => source) } });
  }
  return found.flatMap((layer) => (merged.has(layer) ? (merged.get(layer) ?? []) : [layer]));
}

/** The Concat that a result goes into, through nothing but layout, and at which input. */
function meetingOf(result: string, index: GraphIndex): { node: OnnxNode; place: number } | undefined {
  let tensor = result;
  for (;;) {
    const users = index.consumers.get(tensor)?.filter(({ opType }) => opType !== 'Shape') ?? [];
    const [user] = users;
    if (!user || users.length > 1) return undefined;
    if (user.opType === 'Concat') return { node: user, place: user.inputs.indexOf(tensor) };
    if (!LAYOUT.has(user.opType) || user.inputs[0] !== tensor) return undefined;
    tensor = user.outputs[0] ?? '';
  }
}

function sameSources(
  layers: readonly FoundAttention[],
  found: readonly FoundAttention[],
  index: GraphIndex,
): boolean {
  const reach = reachesOf(found, index);
  const spelled = ({ query, key }: FoundAttention): string =>
    JSON.stringify([[...reach(query)].sort(), [...reach(key)].sort()]);
  return new Set(layers.map(spelled)).size === 1;
}
