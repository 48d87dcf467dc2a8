import { addNode, addPart, integers, sizeAt, vector, type GraphDraft } from '../onnx/graphDraft';
import { ElementType } from '../onnx/onnxGraph';
import type { AxisPart, AxisRole, MapSource } from './attentionLayer';

const ORDER: readonly AxisRole[] = ['batch', 'head', 'query', 'key'];

/**
 * Adds what brings a layer's map into one form, and returns its tensor: float32 `[batch, heads, queries,
 * keys]`. Operators are in forms that all operator sets from 6 on have. What is added is named after `name`.
 */
export function canonicalMap(draft: GraphDraft, source: MapSource, name: string): string {
  const first = oneMap(draft, source, name);
  const more = (source.moreHeads ?? []).map((other, i) => oneMap(draft, other, `${name}/head${i + 1}`));
  if (more.length === 0) return first;
  return addNode(draft, 'Concat', `${name}/heads`, [first, ...more], { attributes: { axis: 1 } });
}

function oneMap(draft: GraphDraft, source: MapSource, name: string): string {
  addPart(draft, source.added);
  const tensor = ordered(draft, source, name);
  if (source.dtype === ElementType.float32) return tensor;
  return addNode(draft, 'Cast', `${name}/map`, [tensor], { attributes: { to: ElementType.float32 } });
}

/** Splits merged axes, brings them into order, and merges what belongs to one role. */
function ordered(draft: GraphDraft, source: MapSource, name: string): string {
  const parts = source.axes.flat();
  const order = parts
    .map((_, i) => i)
    .sort((a, b) => ORDER.indexOf(parts[a]!.role) - ORDER.indexOf(parts[b]!.role) || a - b);
  const inOrder = order.every((from, to) => from === to);
  const plain = source.axes.every(
    (axis, i) =>
      source.axes.length === 4 && (axis.length === 0 || (axis.length === 1 && axis[0]!.role === ORDER[i])),
  );
  if (plain) return source.tensor;
  const axes = inOrder ? source.axes : order.map((i) => [parts[i]!]);
  const shape = plainShape(axes);
  if (inOrder && shape)
    return addNode(draft, 'Reshape', `${name}/merged`, [source.tensor, integers(draft, ...shape)]);
  const sizes = partSizes(draft, source, name);
  let tensor = source.tensor;
  if (!inOrder) {
    tensor = addNode(draft, 'Reshape', `${name}/split`, [tensor, vector(draft, `${name}/parts`, sizes)]);
    tensor = addNode(draft, 'Transpose', `${name}/ordered`, [tensor], { attributes: { perm: order } });
  }
  const merged = ORDER.map(
    (role) =>
      parts
        .flatMap((part, i) => (part.role === role ? [sizes[i]!] : []))
        .reduce<string | undefined>(
          (all, size, k) =>
            all === undefined ? size : addNode(draft, 'Mul', `${name}/${role}${k}`, [all, size]),
          undefined,
        ) ?? integers(draft, 1),
  );
  return addNode(draft, 'Reshape', `${name}/merged`, [tensor, vector(draft, `${name}/shape`, merged)]);
}

/**
 * The shape `[batch, heads, queries, keys]` of axes whose parts are in order, as Reshape takes it: 0 for what stays in its
 * place, -1 for the one size that follows from the others. `undefined` where more is open, and has to be worked out in the
 * graph: the nodes of each layer take time when a model is loaded.
 */
function plainShape(axes: readonly (readonly AxisPart[])[]): number[] | undefined {
  const parts = axes.flat();
  const shape = ORDER.map((role, place) => {
    const own = parts.filter((part) => part.role === role);
    const size = own.reduce((all, part) => all * (part.size ?? NaN), 1);
    if (!Number.isNaN(size)) return size;
    return axes[place]?.every((part) => own.includes(part)) && axes[place].length === own.length ? 0 : -1;
  });
  return shape.filter((size) => size === -1).length > 1 ? undefined : shape;
}

/** The size of each part as a tensor of one int64, read from the graph where it is not known. */
function partSizes(draft: GraphDraft, source: MapSource, name: string): string[] {
  const open = source.axes.some((axis) => axis.some(({ size }) => size === undefined));
  const shape = open ? addNode(draft, 'Shape', `${name}/sourceShape`, [source.tensor]) : '';
  const sizeOf = ({ size }: AxisPart, axis: readonly AxisPart[], i: number): string => {
    if (size !== undefined) return integers(draft, size);
    const known = axis.reduce((n, other) => n * (other.size ?? 1), 1);
    const whole = sizeAt(draft, shape, i, `${name}/sourceShape${i}`);
    return known === 1 ? whole : addNode(draft, 'Div', `${name}/size${i}`, [whole, integers(draft, known)]);
  };
  return source.axes.flatMap((axis, i) => axis.map((part) => sizeOf(part, axis, i)));
}
